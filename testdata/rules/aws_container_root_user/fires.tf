resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    {
      name  = "web"
      image = "${aws_ecr_repository.web.repository_url}:1.4.2"
      user  = "root" # expect error: container "web" runs as root (user = "root"): an attacker in it owns all of it, and its host after a break-out; set a user that is not root, such as "1000:1000"
    },
    { # expect notice: container "worker" sets no user and runs as root unless its image says otherwise; set a user that is not root, such as "1000:1000"
      name  = "worker"
      image = "${aws_ecr_repository.web.repository_url}:1.4.2"
    },
  ])
}

resource "aws_ecr_repository" "web" {
  name = "web"
}
