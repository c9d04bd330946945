resource "aws_iam_role" "execution" {
  name               = "execution"
  assume_role_policy = "{}"
}

resource "random_password" "db" {
  length = 32
}

resource "aws_ecs_task_definition" "web" {
  family             = "web"
  execution_role_arn = aws_iam_role.execution.arn
  container_definitions = jsonencode([
    {
      name  = "web"
      image = "web:1.4.2"
      secrets = [
        { name = "DB_PASSWORD", valueFrom = random_password.db.result },
        { name = "API_KEY", valueFrom = "p@ssw0rd!" },
      ]
    }
  ])
}
