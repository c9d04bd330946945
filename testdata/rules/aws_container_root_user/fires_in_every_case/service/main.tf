variable "user" {
  type = string
}

resource "aws_ecs_task_definition" "web" {
  family                = "web"
  container_definitions = jsonencode([merge({ name = "web", image = "registry.example.com/web:1" }, { user = var.user })])
}
