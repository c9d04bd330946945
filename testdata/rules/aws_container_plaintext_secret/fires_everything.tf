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
      environment = [{ name = "DB_PASSWORD", value = var.db_password }] # expect warning: environment variable DB_PASSWORD of container "web" takes var.db_password, by its name a secret, in clear; keep it in Secrets Manager and refer to it in secrets, or mark the variable as sensitive
    }
  ])
}
