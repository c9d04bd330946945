resource "aws_secretsmanager_secret" "db" {
  name = "db"
}

resource "random_password" "db" {
  length = 32
}

resource "aws_ssm_parameter" "url" {
  name  = "/app/url"
  type  = "String"
  value = "https://example.com"
}

data "aws_ssm_parameter" "ami" {
  name = "/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id"
}

resource "aws_iam_access_key" "uploader" {
  user = "uploader"
}

resource "aws_ssm_parameter" "uploader" {
  name  = "/uploader/secret-access-key"
  type  = "SecureString"
  value = aws_iam_access_key.uploader.secret
}

variable "db_username" {
  type      = string
  sensitive = true
}

variable "db_secret_arn" {
  type      = string
  sensitive = true
}

resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    {
      name  = "web"
      image = "web:1.4.2"
      secrets = [
        { name = "DB_PASSWORD", valueFrom = aws_secretsmanager_secret.db.arn },
      ]
      environment = [
        # About secrets, but none.
        { name = "DB_SECRET_ARN", value = aws_secretsmanager_secret.db.arn },
        { name = "DB_SECRET_NAME", value = "prod-db" },
        { name = "SECRETS_MANAGER_PREFIX", value = "prod" },
        { name = "TOKEN_ENDPOINT", value = "https://login.example.com/token" },
        { name = "OAUTH_TOKEN_URL", value = "https://login.example.com" },
        { name = "PASSWORD_FILE", value = "/run/secrets/password" },
        { name = "PASSWORD_MIN_LENGTH", value = "12" },
        { name = "MAX_TOKENS", value = "4096" },
        { name = "ACCESS_TOKEN_TTL", value = "3600" },
        { name = "REFRESH_TOKEN", value = "86400" },
        { name = "AUTH_TOKEN_GENERATION", value = "random" },
        { name = "USE_SECRETS", value = "true" },
        { name = "GOOGLE_MAPS_PUBLIC_API_KEY", value = "AIza01234567890123456789012345678901234" },
        { name = "NEXT_PUBLIC_API_KEY", value = "5f2b8c1d9e" },
        { name = "COMPASS", value = "north" },
        # The value says where the secret is.
        { name = "DB_PASSWORD", value = "/prod/db/password" },
        { name = "API_SECRET", value = "prod/api/secret" },
        { name = "API_TOKEN", value = "$${API_TOKEN_FROM_ENTRYPOINT}" },
        { name = "JWT_SECRET", value = "{{resolve:secretsmanager:jwt}}" },
        { name = "TOKEN", value = "" },
        { name = "PASSWD", value = null },
        # A URL without a password, a digest, an identifier.
        { name = "DATABASE_URL", value = "postgres://db.example.com:5432/app" },
        { name = "GIT_SHA", value = "da39a3ee5e6b4b0d3255bfef95601890afd80709" },
        { name = "ACCOUNT", value = "111122223333" },
        # The keys of AWS's documentation.
        { name = "AWS_ACCESS_KEY_ID", value = "AKIAIOSFODNN7EXAMPLE" },
        { name = "AWS_SECRET_ACCESS_KEY", value = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY" },
        # Made of a secret, but it does not give it away.
        { name = "DB_PASSWORD_CHECKSUM", value = sha256(random_password.db.result) },
        { name = "HAS_PASSWORD", value = tostring(random_password.db.result != "") },
        # Plain parameters.
        { name = "URL", value = aws_ssm_parameter.url.value },
        { name = "AMI", value = data.aws_ssm_parameter.ami.value },
        # Access keys have a rule of their own.
        { name = "S3_SECRET_ACCESS_KEY", value = aws_iam_access_key.uploader.secret },
        { name = "S3_SECRET_KEY", value = aws_ssm_parameter.uploader.value },
        # People mark more than secrets.
        { name = "DB_USERNAME", value = var.db_username },
        { name = "DB_SECRET", value = var.db_secret_arn },
      ]
      command    = ["serve", "--password-file", "/run/secrets/password", "--token", "$TOKEN"]
      entryPoint = ["sh", "-c", "PASSWORD=$(cat /run/secrets/password) exec \"$@\""]
      logConfiguration = {
        logDriver     = "splunk"
        options       = { splunk-url = "https://splunk.example.com" }
        secretOptions = [{ name = "splunk-token", valueFrom = aws_secretsmanager_secret.db.arn }]
      }
    }
  ])
}

resource "aws_batch_job_definition" "job" {
  name                 = "job"
  type                 = "container"
  container_properties = <<JSON
{
  "image": "job:1.4.2",
  "secrets": [{ "name": "DB_PASSWORD", "valueFrom": "${aws_secretsmanager_secret.db.arn}" }]
}
JSON
}

resource "aws_apprunner_service" "web" {
  service_name = "web"

  source_configuration {
    image_repository {
      image_identifier      = "public.ecr.aws/example/web:1.4.2"
      image_repository_type = "ECR_PUBLIC"

      image_configuration {
        runtime_environment_secrets = {
          DB_PASSWORD = aws_secretsmanager_secret.db.arn
        }
      }
    }
  }
}

# Not an image.
resource "aws_lambda_function" "zip" {
  function_name = "zip"
  role          = "arn:aws:iam::111122223333:role/function"
  filename      = "function.zip"
  handler       = "index.handler"
  runtime       = "nodejs22.x"

  environment {
    variables = {
      DB_PASSWORD = random_password.db.result
    }
  }
}

# Not secrets: their names, by which the application asks for them.
data "aws_secretsmanager_secret" "metadata" {
  name = "metadata-store/reconciler"
}

resource "aws_ssm_parameter" "token" {
  name  = "/shop/token-of-the-day"
  type  = "SecureString"
  value = "ignored"

  lifecycle {
    ignore_changes = [value]
  }
}

# Sensitive because of the last of its parts.
variable "sign_in" {
  sensitive = true
  type = object({
    id            = string
    domain        = string
    client_secret = string
  })
}

resource "aws_ecs_task_definition" "names" {
  family = "names"
  container_definitions = jsonencode([{
    name  = "web"
    image = "web:1.4.2"
    environment = [
      { name = "METADATA_PASSWORD_SECRET", value = data.aws_secretsmanager_secret.metadata.name },
      { name = "TOKEN", value = aws_ssm_parameter.token.name },
      { name = "SIGN_IN_ID", value = var.sign_in.id },
      { name = "SIGN_IN_DOMAIN", value = var.sign_in["domain"] },
      { name = "LOGOUT_URL", value = "https://${var.sign_in.domain}/logout?client_id=${var.sign_in.id}" },
    ]
  }])
}
