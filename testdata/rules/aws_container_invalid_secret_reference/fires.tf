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
        { name = "DB_PASSWORD", valueFrom = random_password.db.result }, # expect error: secret DB_PASSWORD of container "web" holds random_password.db.result itself, readable for all who may describe it; refer to a secret or a parameter by its ARN
        { name = "API_KEY", valueFrom = "p@ssw0rd!" }, # expect error: secret API_KEY of container "web" holds text that is neither an ARN nor the name of a parameter, readable for all who may describe it; refer to a secret or a parameter by its ARN
      ]
    }
  ])
}
