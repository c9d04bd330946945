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
        { name = "API_TOKEN", value = "5f2b8c1d9e" }, # expect error: environment variable API_TOKEN of container "web" holds a secret in clear, readable for all who may describe it or see this code; keep it in Secrets Manager and refer to it in secrets, and change the secret
        { name = "DB_PASSWORD", value = random_password.db.result }, # expect error: environment variable DB_PASSWORD of container "web" takes random_password.db.result in clear, readable for all who may describe it; keep it in Secrets Manager and refer to it in secrets
      ]
    }
  ])
}
