variable "containers" {
  type = any
}

resource "aws_ecs_task_definition" "this" {
  family                = "list"
  container_definitions = jsonencode(var.containers)
}
