resource "aws_ecs_daemon_task_definition" "agent" {
  family = "agent"
  container_definition { # expect warning: container "agent" has no memory limit and can use all memory of its host; set memory for it or for the task
    name  = "agent"
    image = "agent:1"
  }
}

# Fargate would not take it without a size.
resource "aws_ecs_task_definition" "anywhere" {
  family                = "anywhere"
  network_mode          = "awsvpc"
  container_definitions = jsonencode([{ name = "anywhere", image = "web:1" }]) # expect warning: container "anywhere" has no memory limit and can use all memory of its host; set memory for it or for the task
}

resource "aws_ecs_task_definition" "both" {
  family                   = "both"
  requires_compatibilities = ["EC2", "FARGATE"]
  container_definitions    = jsonencode([{ name = "both", image = "web:1", memory = null }]) # expect warning: container "both" has no memory limit and can use all memory of its host; set memory for it or for the task
}
