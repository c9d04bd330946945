resource "aws_ecs_task_definition" "worker" {
  family = "worker"
  container_definitions = jsonencode([
    { # expect notice: container "worker" has no health check and no load balancer before it, so that ECS takes it for healthy as long as it runs; add healthCheck
      name  = "worker"
      image = "worker:1.4.2"
    }
  ])
}

resource "aws_ecs_service" "worker" {
  name            = "worker"
  cluster         = "main"
  task_definition = aws_ecs_task_definition.worker.arn
}
