# Two things are open, the name and the value, and every pair of them is a secret.

variable "legacy" {
  type = bool
}

resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([{
    name  = "web"
    image = "registry.example.com/web:1"
    environment = [{
      name = var.legacy ? "DB_PASSWORD" : "DATABASE_PASSWORD"
      # expect-below error: environment variable DB_PASSWORD of container "web" holds a secret in clear, readable for all who may describe it or see this code; keep it in Secrets Manager and refer to it in secrets, and change the secret; what may stand here instead is no better
      value = var.legacy ? "kQ7zR2mX9pLw" : "nV4tB8sYc3Hd"
    }]
  }])
}
