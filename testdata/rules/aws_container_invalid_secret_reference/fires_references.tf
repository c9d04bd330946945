resource "aws_secretsmanager_secret" "db" {
  name_prefix = "db"
}

resource "aws_ssm_parameter" "license" {
  name  = "/app/license"
  type  = "SecureString"
  value = "unused"
}

data "aws_secretsmanager_secret_version" "db" {
  secret_id = aws_secretsmanager_secret.db.id
}

resource "aws_ecs_task_definition" "web" {
  family             = "web"
  execution_role_arn = "arn:aws:iam::111122223333:role/execution"
  container_definitions = jsonencode([
    {
      name  = "web"
      image = "web:1.4.2"
      secrets = [
        { name = "BY_NAME", valueFrom = aws_secretsmanager_secret.db.name },
        { name = "ITSELF", valueFrom = data.aws_secretsmanager_secret_version.db.secret_string },
        { name = "PARAMETER", valueFrom = aws_ssm_parameter.license.value },
        { name = "TOKEN", valueFrom = "ghp_0123456789abcdefghijklmnopqrstuvwxyz" },
        { name = "OBJECT", valueFrom = "arn:aws:s3:::secrets/db" },
      ]
      logConfiguration = {
        logDriver     = "splunk"
        options       = { splunk-url = "https://splunk.example.com" }
        secretOptions = [{ name = "splunk-token", valueFrom = "not a reference" }]
      }
      repositoryCredentials = { credentialsParameter = "user:hunter2!" }
    }
  ])
}
