resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    { name = "awslogs", image = "web:1", logConfiguration = { logDriver = "awslogs", options = { awslogs-group = "web" } } },
    { name = "file", image = "web:1", logConfiguration = { logDriver = "json-file" } },
  ])
}

resource "aws_ecs_daemon_task_definition" "agent" {
  family = "agent"
  container_definition {
    name  = "agent"
    image = "agent:1"
    log_configuration {
      log_driver = "awslogs"
    }
  }
}

# Batch and Express services send logs to CloudWatch by themselves.
resource "aws_batch_job_definition" "job" {
  name                 = "job"
  type                 = "container"
  container_properties = jsonencode({ image = "job:1" })
}

resource "aws_ecs_express_gateway_service" "web" {
  primary_container {
    image = "web:1"
  }
}
