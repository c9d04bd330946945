# The service names the family, not the resource.
resource "aws_ecs_task_definition" "web" {
  family                = "web"
  container_definitions = jsonencode([{ name = "web", image = "web:1" }])
}

resource "aws_ecs_service" "web" {
  name                   = "web"
  task_definition        = "arn:aws:ecs:eu-central-1:111122223333:task-definition/web:7"
  enable_execute_command = true
}
