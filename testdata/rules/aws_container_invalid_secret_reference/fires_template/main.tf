resource "random_password" "db" {
  length = 32
}

resource "aws_ecs_task_definition" "web" {
  family             = "web"
  execution_role_arn = "arn:aws:iam::111122223333:role/execution"
  # expect-below error: secret API_KEY of container "web" holds text that is neither an ARN nor the name of a parameter, readable for all who may describe it; refer to a secret or a parameter by its ARN; at line 7 of web.json.tftpl, [0].secrets[1].valueFrom
  # expect-below error: secret DB_PASSWORD of container "web" holds random_password.db.result itself, readable for all who may describe it; refer to a secret or a parameter by its ARN; at line 6 of web.json.tftpl, [0].secrets[0].valueFrom
  container_definitions = templatefile("${path.module}/web.json.tftpl", {
    password = random_password.db.result
  })
}
