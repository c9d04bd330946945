resource "aws_iam_user" "ci" {
  name = "ci"
}

resource "aws_iam_access_key" "ci" {
  user = aws_iam_user.ci.name
}

variable "which" {
  type = string
}

variable "vendor_key" {
  type      = string
  sensitive = true
}

# A container with a role, and with settings that are about a key but no part of it.
resource "aws_ecs_task_definition" "role" {
  family        = "role"
  task_role_arn = "arn:aws:iam::111122223333:role/task"
  container_definitions = jsonencode([
    {
      name  = "web"
      image = "web:1.4.2"
      environment = [
        { name = "KEY_USER", value = aws_iam_access_key.ci.user },
        { name = "KEY_CREATED", value = aws_iam_access_key.ci.create_date },
        { name = "KEY_VERSION", value = sha256(aws_iam_access_key.ci.secret) },
        { name = "KEY_SET", value = tostring(aws_iam_access_key.ci.id != "") },
        { name = "NO_KEY", value = false ? aws_iam_access_key.ci.secret : "" },
      ]
      # From outside AWS: nothing tells that a role would do.
      secrets = [{ name = "VENDOR_KEY", valueFrom = aws_ssm_parameter.vendor.arn }]
    },
  ])
}

resource "aws_ssm_parameter" "vendor" {
  name  = "/vendor/key"
  type  = "SecureString"
  value = var.vendor_key
}

# Keys that go elsewhere.
output "ci_secret" {
  value     = aws_iam_access_key.ci.secret
  sensitive = true
}

resource "github_actions_secret" "ci" {
  repository      = "app"
  secret_name     = "AWS_SECRET_ACCESS_KEY"
  plaintext_value = aws_iam_access_key.ci.secret
}

# A secret with a key that nothing here reads, or of which only another part is read.
resource "aws_secretsmanager_secret" "app" {
  name = "app"
}

resource "aws_secretsmanager_secret_version" "app" {
  secret_id = aws_secretsmanager_secret.app.id
  secret_string = jsonencode({
    secret_access_key = aws_iam_access_key.ci.secret
    db_password       = random_password.db.result
  })
}

resource "random_password" "db" {
  length = 32
}

resource "aws_ssm_parameter" "ci" {
  name  = "/ci/secret-access-key"
  type  = "SecureString"
  value = aws_iam_access_key.ci.secret
}

resource "aws_ecs_task_definition" "parts" {
  family = "parts"
  container_definitions = jsonencode([
    {
      name  = "web"
      image = "web:1.4.2"
      # It may read the parameter, or only show where it is.
      environment = [{ name = "KEY_PARAMETER", value = aws_ssm_parameter.ci.name }]
      secrets = [
        { name = "DB_PASSWORD", valueFrom = "${aws_secretsmanager_secret.app.arn}:db_password::" },
        { name = "SOME", valueFrom = "${aws_secretsmanager_secret.app.arn}:${var.which}::" },
        { name = "OTHER", valueFrom = "${aws_ssm_parameter.ci.name}/other" },
      ]
      # ECS pulls the image with it.
      repositoryCredentials = { credentialsParameter = aws_secretsmanager_secret.registry.arn }
    },
  ])
}

resource "aws_secretsmanager_secret" "registry" {
  name = "registry"
}

resource "aws_secretsmanager_secret_version" "registry" {
  secret_id     = aws_secretsmanager_secret.registry.id
  secret_string = jsonencode({ username = "registry", password = aws_iam_access_key.ci.secret })
}

# SES takes nothing else over SMTP.
resource "aws_iam_access_key" "mail" {
  user = "mail"
}

resource "aws_ssm_parameter" "smtp" {
  name  = "/mail/smtp-password"
  type  = "SecureString"
  value = aws_iam_access_key.mail.ses_smtp_password_v4
}

resource "aws_ecs_task_definition" "mail" {
  family = "mail"
  container_definitions = jsonencode([
    {
      name        = "mail"
      image       = "mail:1.4.2"
      environment = [{ name = "SMTP_USERNAME", value = aws_iam_access_key.mail.id }]
      secrets     = [{ name = "SMTP_PASSWORD", valueFrom = aws_ssm_parameter.smtp.arn }]
    },
  ])
}

# Functions that are no images, and hosts without keys.
resource "aws_lambda_function" "zip" {
  function_name = "zip"
  role          = "arn:aws:iam::111122223333:role/function"
  runtime       = "nodejs22.x"
  handler       = "index.handler"
  filename      = "function.zip"

  environment {
    variables = {
      S3_SECRET_ACCESS_KEY = aws_iam_access_key.ci.secret
    }
  }
}

resource "aws_instance" "web" {
  ami                  = "ami-0123456789abcdef0"
  instance_type        = "t3.micro"
  iam_instance_profile = "web"
  user_data            = "aws ssm get-parameter --name ${aws_ssm_parameter.ci.name}"
}

resource "aws_codebuild_project" "app" {
  name         = "app"
  service_role = "arn:aws:iam::111122223333:role/build"

  artifacts {
    type = "NO_ARTIFACTS"
  }

  environment {
    compute_type = "BUILD_GENERAL1_SMALL"
    image        = "aws/codebuild/standard:7.0"
    type         = "LINUX_CONTAINER"

    environment_variable {
      name  = "DB_PASSWORD"
      type  = "SECRETS_MANAGER"
      value = "app:db_password"
    }
  }

  source {
    type      = "NO_SOURCE"
    buildspec = "buildspec.yml"
  }
}

# What does not exist.
resource "aws_instance" "none" {
  count         = 0
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"
  user_data     = "export AWS_SECRET_ACCESS_KEY=${aws_iam_access_key.ci.secret}"
}
