resource "aws_ecs_task_definition" "checked" {
  family = "checked"
  container_definitions = jsonencode([
    {
      name        = "web"
      image       = "web:1.4.2"
      healthCheck = { command = ["CMD-SHELL", "curl -f http://localhost/ || exit 1"] }
    },
    # The task runs on without it.
    { name = "side", image = "side:1.4.2", essential = false },
  ])
}

resource "aws_ecs_service" "checked" {
  name            = "checked"
  task_definition = aws_ecs_task_definition.checked.arn
}

resource "aws_ecs_task_definition" "balanced" {
  family                = "balanced"
  container_definitions = jsonencode([{ name = "web", image = "web:1.4.2" }])
}

resource "aws_ecs_service" "balanced" {
  name            = "balanced"
  task_definition = aws_ecs_task_definition.balanced.arn

  load_balancer {
    target_group_arn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/0123456789abcdef"
    container_name   = "web"
    container_port   = 8080
  }
}

# Nothing keeps it running: it is a job.
resource "aws_ecs_task_definition" "job" {
  family                = "job"
  container_definitions = jsonencode([{ name = "job", image = "job:1.4.2" }])
}

resource "aws_cloudwatch_event_target" "job" {
  rule     = "nightly"
  arn      = "arn:aws:ecs:eu-west-1:111122223333:cluster/main"
  role_arn = "arn:aws:iam::111122223333:role/events"

  ecs_target {
    task_definition_arn = aws_ecs_task_definition.job.arn
  }
}

resource "aws_ecs_daemon_task_definition" "agent" {
  family = "agent"

  container_definition {
    name  = "agent"
    image = "agent:1.4.2"

    health_check {
      command = ["CMD", "agent", "health"]
    }
  }
}

# They have no such field, or a check of their own.
resource "aws_batch_job_definition" "job" {
  name                 = "job"
  type                 = "container"
  container_properties = jsonencode({ image = "job:1.4.2" })
}

resource "aws_ecs_express_gateway_service" "web" {
  execution_role_arn      = "arn:aws:iam::111122223333:role/execution"
  infrastructure_role_arn = "arn:aws:iam::111122223333:role/infrastructure"

  primary_container {
    image = "public.ecr.aws/example/web:1.4.2"
  }
}
