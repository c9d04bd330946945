resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    { name = "explicit", image = "web:1", privileged = false },
    { name = "absent", image = "web:1" },
    { name = "null", image = "web:1", privileged = null },
    # Not what the API calls it: the provider drops it.
    { name = "misspelled", image = "web:1", privilege = true },
  ])
}

resource "aws_ecs_task_definition" "none" {
  count                 = 0
  family                = "none"
  container_definitions = jsonencode([{ name = "none", image = "web:1", privileged = true }])
}

resource "aws_ecs_daemon_task_definition" "agent" {
  family = "agent"

  container_definition {
    name       = "agent"
    image      = "agent:1"
    privileged = false
  }
}

resource "aws_batch_job_definition" "heredoc" {
  name                 = "heredoc"
  type                 = "container"
  container_properties = <<JSON
{ "image": "job:1", "command": ["echo", "\"privileged\": true"] }
JSON
}

resource "aws_apprunner_service" "web" {
  service_name = "web"

  source_configuration {
    image_repository {
      image_identifier      = "public.ecr.aws/example/web:1"
      image_repository_type = "ECR_PUBLIC"
    }
  }
}
