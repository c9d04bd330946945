variable "webhook" {
  type      = string
  sensitive = true
}

variable "database_url" {
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
    SESSION = random_password.session.result # expect error: environment variable SESSION of container "web" takes random_password.session.result in clear, readable for all who may describe it; keep it in Secrets Manager and refer to it in secrets
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
          { name = "HOOK", value = "https://hooks.example.com/${var.webhook}" }, # expect error: environment variable HOOK of container "web" takes var.webhook in clear, readable for all who may describe it; keep it in Secrets Manager and refer to it in secrets
          { name = "DATABASE_URL", value = var.database_url }, # expect error: environment variable DATABASE_URL of container "web" takes var.database_url in clear, readable for all who may describe it; keep it in Secrets Manager and refer to it in secrets
          { name = "SIGNING", value = base64encode(tls_private_key.signing.private_key_pem) }, # expect error: environment variable SIGNING of container "web" takes tls_private_key.signing.private_key_pem in clear, readable for all who may describe it; keep it in Secrets Manager and refer to it in secrets
          { name = "LICENSE", value = aws_ssm_parameter.license.value }, # expect error: environment variable LICENSE of container "web" takes aws_ssm_parameter.license.value in clear, readable for all who may describe it; keep it in Secrets Manager and refer to it in secrets
          { name = "SETTING", value = data.aws_ssm_parameter.token.value }, # expect error: environment variable SETTING of container "web" takes data.aws_ssm_parameter.token.value in clear, readable for all who may describe it; keep it in Secrets Manager and refer to it in secrets
          { name = "DB_PASSWORD", value = data.aws_ssm_parameter.plain_or_not.value }, # expect error: environment variable DB_PASSWORD of container "web" takes data.aws_ssm_parameter.plain_or_not.value in clear, readable for all who may describe it; keep it in Secrets Manager and refer to it in secrets
          { name = "SESSION_SECRET", value = random_string.salt.result }, # expect error: environment variable SESSION_SECRET of container "web" takes random_string.salt.result in clear, readable for all who may describe it; keep it in Secrets Manager and refer to it in secrets
          { name = "DB_URL", value = "postgres://${local.db["username"]}:${local.db["password"]}@db" }, # expect error: environment variable DB_URL of container "web" takes data.aws_secretsmanager_secret_version.db.secret_string.password in clear, readable for all who may describe it; keep it in Secrets Manager and refer to it in secrets
        ],
        var.create ? [{ name = "PERHAPS", value = random_password.session.result }] : [], # expect error: environment variable PERHAPS of container "web" takes random_password.session.result in clear, readable for all who may describe it; keep it in Secrets Manager and refer to it in secrets
      )
      command = ["redis-server", "--requirepass", random_password.session.result] # expect error: the command of container "web" takes random_password.session.result in clear, readable for all who may describe it; read it from the environment, which secrets fills from Secrets Manager
      logConfiguration = {
        logDriver = "splunk"
        options   = { splunk-token = var.webhook } # expect error: log option splunk-token of container "web" takes var.webhook in clear, readable for all who may describe it; move it to secretOptions
      }
    },
  ])
}

# Parts of variables that are sensitive as a whole.
variable "sign_in" {
  sensitive = true
  type = object({
    id            = string
    client_secret = string
  })
}

variable "secrets" {
  sensitive = true
  type      = map(string)
}

resource "aws_ecs_task_definition" "parts" {
  family = "parts"
  container_definitions = jsonencode([{
    name  = "web"
    image = "web:1.4.2"
    environment = [
      { name = "SIGN_IN", value = var.sign_in.client_secret }, # expect error: environment variable SIGN_IN of container "web" takes var.sign_in.client_secret in clear, readable for all who may describe it; keep it in Secrets Manager and refer to it in secrets
      { name = "STRIPE", value = var.secrets["stripe"] }, # expect error: environment variable STRIPE of container "web" takes var.secrets["stripe"] in clear, readable for all who may describe it; keep it in Secrets Manager and refer to it in secrets
    ]
  }])
}
