variable "webhook" {
  type      = string
  sensitive = true
}

variable "create" {
  type = bool
}

resource "random_password" "session" {
  length = 32
}

resource "random_string" "salt" {
  length = 32
}

resource "tls_private_key" "signing" {
  algorithm = "ED25519"
}

resource "aws_iam_access_key" "mail" {
  user = "mail"
}

resource "aws_ssm_parameter" "license" {
  name  = "/app/license"
  type  = "SecureString"
  value = var.webhook
}

data "aws_secretsmanager_secret_version" "db" {
  secret_id = "db"
}

data "aws_ssm_parameter" "token" {
  name = "/app/api-token"
}

data "aws_ssm_parameter" "plain_or_not" {
  name = "/app/setting"
}

locals {
  db = jsondecode(data.aws_secretsmanager_secret_version.db.secret_string)
  environment = {
    SESSION = random_password.session.result
    MAIL    = aws_iam_access_key.mail.ses_smtp_password_v4
  }
}

# The values are not known, but what they are is.
resource "aws_ecs_task_definition" "references" {
  family = "references"
  container_definitions = jsonencode([
    {
      name  = "web"
      image = "web:1.4.2"
      environment = concat(
        [for name, value in local.environment : { name = name, value = value }],
        [
          { name = "HOOK", value = "https://hooks.example.com/${var.webhook}" },
          { name = "SIGNING", value = base64encode(tls_private_key.signing.private_key_pem) },
          { name = "LICENSE", value = aws_ssm_parameter.license.value },
          { name = "SETTING", value = data.aws_ssm_parameter.token.value },
          { name = "DB_PASSWORD", value = data.aws_ssm_parameter.plain_or_not.value },
          { name = "SESSION_SECRET", value = random_string.salt.result },
          { name = "DB_URL", value = "postgres://${local.db["username"]}:${local.db["password"]}@db" },
        ],
        var.create ? [{ name = "PERHAPS", value = random_password.session.result }] : [],
      )
      command = ["redis-server", "--requirepass", random_password.session.result]
      logConfiguration = {
        logDriver = "splunk"
        options   = { splunk-token = var.webhook }
      }
    },
  ])
}
