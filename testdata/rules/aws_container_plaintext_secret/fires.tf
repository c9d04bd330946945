resource "random_password" "db" {
  length = 32
}

resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    {
      name  = "web"
      image = "web:1.4.2"
      environment = [
        { name = "LOG_LEVEL", value = "info" },
        { name = "API_TOKEN", value = "5f2b8c1d9e" },
        { name = "DB_PASSWORD", value = random_password.db.result },
      ]
    }
  ])
}
