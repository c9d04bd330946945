variable "db_password" {
  type = string
}

# By all names a secret, but what it is, and whether it is empty, is not known.
resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    {
      name        = "web"
      image       = "web:1.4.2"
      environment = [{ name = "DB_PASSWORD", value = var.db_password }]
    }
  ])
}
