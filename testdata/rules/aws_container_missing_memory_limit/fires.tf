resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["EC2"]
  container_definitions = jsonencode([
    { # expect warning: container "web" has a memory reservation but no limit, and can use all memory of its host; set memory
      name              = "web"
      image             = "web:1.4.2"
      memoryReservation = 256
    },
  ])
}
