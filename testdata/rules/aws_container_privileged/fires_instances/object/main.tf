variable "container" {}

resource "aws_ecs_task_definition" "object" {
  family                = "object"
  container_definitions = jsonencode([var.container])
}
