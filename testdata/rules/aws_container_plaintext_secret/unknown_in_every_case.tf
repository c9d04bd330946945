variable "legacy" {
  type = bool
}

variable "password" {
  type = string
}

# One of the values comes from elsewhere, one of the names is no secret's.
resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([{
    name  = "web"
    image = "registry.example.com/web:1"
    environment = [
      { name = var.legacy ? "DB_PASSWORD" : "DATABASE_PASSWORD", value = var.legacy ? "kQ7zR2mX9pLw" : var.password },
      { name = var.legacy ? "DB_PASSWORD" : "DB_USER", value = var.legacy ? "kQ7zR2mX9pLw" : "nV4tB8sYc3Hd" },
    ]
  }])
}
