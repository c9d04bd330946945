variable "session_secret" {
  type = string
}

variable "api_token" {
  type = string
}

resource "aws_ecs_task_definition" "service" {
  family = "service"
  container_definitions = jsonencode([
    {
      name  = "main"
      image = "web:1.4.2"
      environment = [
        { name = "SESSION", value = var.session_secret },
        { name = "API_TOKEN", value = var.api_token },
      ]
    },
  ])
}
