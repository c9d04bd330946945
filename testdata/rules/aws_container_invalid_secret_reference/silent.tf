resource "aws_secretsmanager_secret" "db" {
  name = "db"
}

resource "aws_ssm_parameter" "license" {
  name  = "/app/license"
  type  = "SecureString"
  value = "unused"
}

# A plain parameter may hold the ARN of a secret.
data "aws_ssm_parameter" "outputs" {
  name = "/infrastructure/outputs"
}

resource "aws_ecs_task_definition" "web" {
  family             = "web"
  execution_role_arn = "arn:aws:iam::111122223333:role/execution"
  container_definitions = jsonencode([
    {
      name  = "web"
      image = "web:1.4.2"
      secrets = [
        { name = "WHOLE", valueFrom = aws_secretsmanager_secret.db.arn },
        { name = "KEY", valueFrom = "${aws_secretsmanager_secret.db.arn}:password::" },
        { name = "LITERAL", valueFrom = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf:password:AWSCURRENT:" },
        { name = "PARAMETER", valueFrom = aws_ssm_parameter.license.arn },
        { name = "PARAMETER_NAME", valueFrom = aws_ssm_parameter.license.name },
        { name = "CHINA", valueFrom = "arn:aws-cn:ssm:cn-north-1:111122223333:parameter/app/license" },
        { name = "NAME", valueFrom = "/app/license" },
        { name = "VERSION", valueFrom = "app.license-key:3" },
        { name = "FROM_PARAMETER", valueFrom = jsondecode(data.aws_ssm_parameter.outputs.value)["secret_arn"] },
      ]
      # Takes a secret's name, too.
      repositoryCredentials = { credentialsParameter = aws_secretsmanager_secret.db.name }
    },
    # Access keys have a rule of their own.
    {
      name    = "key"
      image   = "web:1.4.2"
      secrets = [{ name = "S3_SECRET_ACCESS_KEY", valueFrom = aws_iam_access_key.uploader.secret }]
    },
    # No secrets, no role.
    { name = "none", image = "web:1.4.2", secrets = [] },
  ])
}

resource "aws_batch_job_definition" "job" {
  name                 = "job"
  type                 = "container"
  container_properties = <<JSON
{
  "image": "job:1.4.2",
  "executionRoleArn": "arn:aws:iam::111122223333:role/execution",
  "secrets": [{ "name": "DB_PASSWORD", "valueFrom": "${aws_secretsmanager_secret.db.arn}" }]
}
JSON
}

resource "aws_apprunner_service" "web" {
  service_name = "web"

  instance_configuration {
    instance_role_arn = "arn:aws:iam::111122223333:role/instance"
  }

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

resource "aws_iam_access_key" "uploader" {
  user = "uploader"
}
