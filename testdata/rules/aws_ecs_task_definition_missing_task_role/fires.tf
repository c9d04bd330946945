resource "aws_ecs_task_definition" "web" { # expect notice: task definition "web" has no role of its own, so that its containers use the role of their host where they can; set a task role with what the application calls
  family                   = "web"
  requires_compatibilities = ["EC2"]
  container_definitions    = jsonencode([{ name = "web", image = "web:1.4.2" }])
}
