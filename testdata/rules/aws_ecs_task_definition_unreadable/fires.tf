variable "definitions" {
  type = string
}

resource "aws_ecs_task_definition" "web" {
  family                = "web"
  container_definitions = var.definitions # expect notice: container definitions of task definition "web" can't be checked: var.definitions has no value here; give it a default, or name a tfvars file with --var-file
}
