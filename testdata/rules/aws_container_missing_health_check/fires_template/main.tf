variable "image" {
  type = string
}

resource "aws_ecs_task_definition" "worker" {
  family                = "worker"
  container_definitions = templatefile("${path.module}/worker.json.tftpl", { image = var.image }) # expect notice: container "worker" has no health check and no load balancer before it, so that ECS takes it for healthy as long as it runs; add healthCheck; at line 2 of worker.json.tftpl, [0]
}

resource "aws_ecs_service" "worker" {
  name            = "worker"
  task_definition = aws_ecs_task_definition.worker.arn
}
