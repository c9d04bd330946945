variable "access_key_id" {
  type = string
}

variable "secret_access_key" {
  type      = string
  sensitive = true
}

resource "aws_ecs_task_definition" "service" {
  family = "service"
  container_definitions = jsonencode([
    {
      name  = "main"
      image = "web:1.4.2"
      environment = [
        { name = "AWS_ACCESS_KEY_ID", value = var.access_key_id },
        { name = "AWS_SECRET_ACCESS_KEY", value = var.secret_access_key },
      ]
    },
  ])
}
