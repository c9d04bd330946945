resource "aws_secretsmanager_secret" "db" {
  name_prefix = "db"
}

# No role may read the secrets.
resource "aws_ecs_task_definition" "no_role" {
  family = "no-role"
  container_definitions = jsonencode([
    {
      name    = "web"
      image   = "web:1.4.2"
      secrets = [{ name = "DB_PASSWORD", valueFrom = aws_secretsmanager_secret.db.arn }] # expect warning: container "web" has secrets but no role to fetch them with, so that it does not start; set execution_role_arn to a role that may read them
    }
  ])
}

resource "aws_batch_job_definition" "job" {
  name                 = "job"
  type                 = "container"
  # expect-below error: secret API_KEY of the container of aws_batch_job_definition.job holds text that is neither an ARN nor the name of a parameter, readable for all who may describe it; refer to a secret or a parameter by its ARN; at line 27, secrets[1].valueFrom
  # expect-below warning: the container of aws_batch_job_definition.job has secrets but no role to fetch them with, so that it does not start; set executionRoleArn to a role that may read them; at line 26, secrets[0].valueFrom
  container_properties = <<JSON
{
  "image": "job:1.4.2",
  "secrets": [
    { "name": "DB_PASSWORD", "valueFrom": "${aws_secretsmanager_secret.db.arn}" },
    { "name": "API_KEY", "valueFrom": "p@ssw0rd!" }
  ]
}
JSON
}

resource "aws_batch_job_definition" "tasks" {
  name = "tasks"
  type = "container"
  ecs_properties = jsonencode({
    taskProperties = [{
      executionRoleArn = "arn:aws:iam::111122223333:role/execution"
      containers = [{
        name    = "main"
        image   = "job:1.4.2"
        secrets = [{ name = "API_KEY", valueFrom = "p@ssw0rd!" }] # expect error: secret API_KEY of container "main" holds text that is neither an ARN nor the name of a parameter, readable for all who may describe it; refer to a secret or a parameter by its ARN
      }]
    }]
  })
}

resource "aws_apprunner_service" "web" {
  service_name = "web"

  source_configuration {
    image_repository {
      image_identifier      = "public.ecr.aws/example/web:1.4.2"
      image_repository_type = "ECR_PUBLIC"

      image_configuration {
        runtime_environment_secrets = {
          DB_PASSWORD = aws_secretsmanager_secret.db.name # expect error: secret DB_PASSWORD of the container of aws_apprunner_service.web is given by the name of a secret, which AWS takes for a parameter's, so that the task does not start; refer to the secret's ARN
        }
      }
    }
  }
}

resource "aws_ecs_express_gateway_service" "web" {
  execution_role_arn      = "arn:aws:iam::111122223333:role/execution"
  infrastructure_role_arn = "arn:aws:iam::111122223333:role/infrastructure"

  primary_container {
    image = "public.ecr.aws/example/web:1.4.2"

    secret {
      name       = "API_KEY"
      value_from = "p@ssw0rd!" # expect error: secret API_KEY of the container of aws_ecs_express_gateway_service.web holds text that is neither an ARN nor the name of a parameter, readable for all who may describe it; refer to a secret or a parameter by its ARN
    }
  }
}

resource "aws_ecs_daemon_task_definition" "agent" {
  family = "agent"

  container_definition {
    name  = "agent"
    image = "public.ecr.aws/example/agent:1.4.2"

    secret {
      name       = "API_KEY"
      value_from = aws_secretsmanager_secret.db.arn # expect warning: container "agent" has secrets but no role to fetch them with, so that it does not start; set execution_role_arn to a role that may read them
    }
  }
}
