resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    { # expect notice: container "web" has no init process, so that processes that ended pile up on its host; set initProcessEnabled = true
      name  = "web"
      image = "web:1.4.2"
    },
  ])
}
