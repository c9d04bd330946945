variable "file" {}

resource "aws_ecs_task_definition" "task" {
  family                = "task"
  container_definitions = file(var.file)
}
