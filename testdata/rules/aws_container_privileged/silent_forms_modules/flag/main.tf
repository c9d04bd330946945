variable "name" {
  type = string
}

variable "image" {
  type = string
}

variable "privileged" {
  type = bool
}

resource "aws_ecs_task_definition" "this" {
  family = var.name
  container_definitions = jsonencode([{
    name       = var.name
    image      = var.image
    privileged = var.privileged
  }])
}
