variable "container" {
  type = object({
    name       = string
    image      = string
    privileged = optional(bool, false)
  })
}

resource "aws_ecs_task_definition" "this" {
  family                = "object"
  container_definitions = jsonencode([var.container])
}
