variable "privileged" {
  type = bool
}

resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    { name = "web", image = "web:1", privileged = var.privileged },
    { name = "either", image = "web:1", privileged = var.privileged ? true : false },
  ])
}
