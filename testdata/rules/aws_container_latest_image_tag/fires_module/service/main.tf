variable "image" {
  type = string
}

resource "aws_ecs_task_definition" "service" {
  family                = "service"
  container_definitions = jsonencode([{ name = "main", image = var.image }])
}
