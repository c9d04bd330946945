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
        { name = "BY_NAME", valueFrom = aws_secretsmanager_secret.db.name }, # expect error: secret BY_NAME of container "web" is given by the name of a secret, which AWS takes for a parameter's, so that the task does not start; refer to the secret's ARN
        { name = "ITSELF", valueFrom = data.aws_secretsmanager_secret_version.db.secret_string }, # expect error: secret ITSELF of container "web" holds data.aws_secretsmanager_secret_version.db.secret_string itself, readable for all who may describe it; refer to a secret or a parameter by its ARN
        { name = "PARAMETER", valueFrom = aws_ssm_parameter.license.value }, # expect error: secret PARAMETER of container "web" holds aws_ssm_parameter.license.value itself, readable for all who may describe it; refer to a secret or a parameter by its ARN
        { name = "TOKEN", valueFrom = "ghp_0123456789abcdefghijklmnopqrstuvwxyz" }, # expect error: secret TOKEN of container "web" holds a GitHub token itself, readable for all who may describe it; refer to a secret or a parameter by its ARN
        { name = "OBJECT", valueFrom = "arn:aws:s3:::secrets/db" }, # expect error: secret OBJECT of container "web" holds the ARN of something else, readable for all who may describe it; refer to a secret or a parameter by its ARN
      ]
      logConfiguration = {
        logDriver     = "splunk"
        options       = { splunk-url = "https://splunk.example.com" }
        secretOptions = [{ name = "splunk-token", valueFrom = "not a reference" }] # expect error: secretOptions of container "web" holds text that is neither an ARN nor the name of a parameter, readable for all who may describe it; refer to a secret or a parameter by its ARN
      }
      repositoryCredentials = { credentialsParameter = "user:hunter2!" } # expect error: repositoryCredentials of container "web" holds text that is neither an ARN nor the name of a parameter, readable for all who may describe it; refer to a secret or a parameter by its ARN
    }
  ])
}
