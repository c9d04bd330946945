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
      secrets = [{ name = "DB_PASSWORD", valueFrom = aws_secretsmanager_secret.db.arn }]
    }
  ])
}

resource "aws_batch_job_definition" "job" {
  name                 = "job"
  type                 = "container"
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
        secrets = [{ name = "API_KEY", valueFrom = "p@ssw0rd!" }]
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
          DB_PASSWORD = aws_secretsmanager_secret.db.name
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
      value_from = "p@ssw0rd!"
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
      value_from = aws_secretsmanager_secret.db.arn
    }
  }
}
