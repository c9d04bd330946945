resource "random_password" "db" {
  length = 32
}

resource "aws_ecs_task_definition" "web" {
  family             = "web"
  execution_role_arn = "arn:aws:iam::111122223333:role/execution"
  container_definitions = templatefile("${path.module}/web.json.tftpl", {
    password = random_password.db.result
  })
}
