variable "definitions" {
  type = string
}

resource "aws_ecs_task_definition" "this" {
  family                = "json"
  container_definitions = var.definitions
}
