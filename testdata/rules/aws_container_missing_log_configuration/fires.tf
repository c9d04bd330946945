resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 256
  memory                   = 512
  container_definitions = jsonencode([
    { # expect warning: container "web" has no log configuration, so that nobody sees what happens in it; add one, for example with awslogs
      name  = "web"
      image = "web:1.4.2"
    },
  ])
}
