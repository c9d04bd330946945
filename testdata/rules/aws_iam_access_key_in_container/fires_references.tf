# The secret is kept where secrets belong, but it is still a key that never runs out.
resource "aws_iam_user" "mirror" {
  name = "mirror"
}

resource "aws_iam_access_key" "mirror" {
  user = aws_iam_user.mirror.name
}

resource "aws_ssm_parameter" "id" {
  name  = "/mirror/access-key-id"
  type  = "String"
  value = aws_iam_access_key.mirror.id
}

resource "aws_ssm_parameter" "secret" {
  name  = "/mirror/secret-access-key"
  type  = "SecureString"
  value = aws_iam_access_key.mirror.secret # expect warning: container "mirror" is given aws_iam_access_key.mirror.secret of user "mirror" by way of aws_ssm_parameter.secret, a key that works for whoever has it until it is deleted; allow the task role what its user may do, and remove the key
}

resource "aws_ecs_task_definition" "parameters" {
  family = "parameters"
  container_definitions = jsonencode([
    {
      name  = "mirror"
      image = "mirror:1.4.2"
      secrets = [
        { name = "AWS_ACCESS_KEY_ID", valueFrom = aws_ssm_parameter.id.arn },
        { name = "AWS_SECRET_ACCESS_KEY", valueFrom = aws_ssm_parameter.secret.arn },
      ]
    },
  ])
}

# By name, and only the half that is no secret by itself.
resource "aws_iam_access_key" "named" {
  user = "named"
}

resource "aws_ssm_parameter" "named" {
  name           = "/named/access-key-id"
  type           = "String"
  insecure_value = aws_iam_access_key.named.id # expect warning: container "named" is given aws_iam_access_key.named.id of user "named" by way of aws_ssm_parameter.named, a key that works for whoever has it until it is deleted; allow the task role what its user may do, and remove the key
}

resource "aws_ecs_task_definition" "named" {
  family                = "named"
  container_definitions = <<JSON
[{
  "name": "named",
  "image": "mirror:1.4.2",
  "secrets": [{ "name": "AWS_ACCESS_KEY_ID", "valueFrom": "arn:aws:ssm:${var.region}:111122223333:parameter/named/access-key-id" }]
}]
JSON
}

variable "region" {
  type = string
}

# A secret of several parts: whole, and one of them.
resource "aws_iam_access_key" "parts" {
  user = var.user
}

variable "user" {
  type = string
}

resource "aws_secretsmanager_secret" "parts" {
  name = "parts"
}

resource "aws_secretsmanager_secret_version" "parts" {
  secret_id = aws_secretsmanager_secret.parts.id
  secret_string = jsonencode({
    access_key_id     = aws_iam_access_key.parts.id # expect warning: the container of aws_batch_job_definition.parts is given aws_iam_access_key.parts.id by way of aws_secretsmanager_secret_version.parts, a key that works for whoever has it until it is deleted; allow the job role what its user may do, and remove the key
    secret_access_key = aws_iam_access_key.parts.secret # expect warning: the container of aws_apprunner_service.parts is given aws_iam_access_key.parts.secret by way of aws_secretsmanager_secret_version.parts, a key that works for whoever has it until it is deleted; allow the instance role what its user may do, and remove the key
    api_token         = random_password.token.result
  })
}

resource "random_password" "token" {
  length = 32
}

resource "aws_batch_job_definition" "parts" {
  name = "parts"
  type = "container"
  container_properties = jsonencode({
    image   = "job:1.4.2"
    secrets = [{ name = "AWS_ACCESS_KEY_ID", valueFrom = "${aws_secretsmanager_secret.parts.arn}:access_key_id::" }]
  })
}

resource "aws_apprunner_service" "parts" {
  service_name = "parts"

  source_configuration {
    image_repository {
      image_identifier      = "public.ecr.aws/example/web:1.4.2"
      image_repository_type = "ECR_PUBLIC"

      image_configuration {
        runtime_environment_secrets = {
          CREDENTIALS = aws_secretsmanager_secret_version.parts.arn
        }
      }
    }
  }
}

# A credentials file, in a secret that a data source looks up.
resource "aws_iam_access_key" "file" {
  user = "file"
}

resource "aws_secretsmanager_secret" "file" {
  name = "aws-credentials"
}

resource "aws_secretsmanager_secret_version" "file" {
  secret_id     = aws_secretsmanager_secret.file.arn
  # expect-below warning: container "file" is given aws_iam_access_key.file.secret of user "file" by way of aws_secretsmanager_secret_version.file, a key that works for whoever has it until it is deleted; allow the task role what its user may do, and remove the key
  secret_string = <<INI
[default]
aws_access_key_id = ${aws_iam_access_key.file.id}
aws_secret_access_key = ${aws_iam_access_key.file.secret}
INI
}

data "aws_secretsmanager_secret" "file" {
  name = "aws-credentials"
}

resource "aws_ecs_task_definition" "file" {
  family = "file"
  container_definitions = jsonencode([
    {
      name    = "file"
      image   = "mirror:1.4.2"
      secrets = [{ name = "CREDENTIALS", valueFrom = data.aws_secretsmanager_secret.file.arn }]
    },
  ])
}
