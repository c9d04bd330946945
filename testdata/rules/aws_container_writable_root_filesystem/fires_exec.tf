resource "aws_ecs_task_definition" "web" {
  family                = "web"
  container_definitions = jsonencode([{ name = "web", image = "web:1" }]) # expect notice: container "web" can write to its root file system, which ECS Exec needs; disable ECS Exec where it is not used, and set readonlyRootFilesystem = true
}

resource "aws_ecs_service" "web" {
  name                   = "web"
  task_definition        = aws_ecs_task_definition.web.arn
  enable_execute_command = true
}

# Exec is for the other one.
resource "aws_ecs_task_definition" "worker" {
  family                = "worker"
  container_definitions = jsonencode([{ name = "worker", image = "worker:1" }]) # expect warning: container "worker" can write to its root file system, so that an attacker can change the application and add tools; set readonlyRootFilesystem = true, and mount a volume where it has to write
}

# The module says nothing of Exec.
resource "aws_ecs_task_definition" "module" {
  family                = "module"
  container_definitions = jsonencode([{ name = "module", image = "web:1" }]) # expect warning: container "module" can write to its root file system, so that an attacker can change the application and add tools; set readonlyRootFilesystem = true, and mount a volume where it has to write
}

module "service" {
  source              = "example.com/acme/service/aws"
  task_definition_arn = aws_ecs_task_definition.module.arn
}
