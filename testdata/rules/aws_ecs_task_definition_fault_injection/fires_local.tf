variable "family" {
  type = string
}

locals {
  faults = true # expect warning: containers of task definition "local" can break its network through fault injection; remove enable_fault_injection
}

resource "aws_ecs_task_definition" "local" {
  family                 = "local"
  enable_fault_injection = local.faults
  container_definitions  = file("missing.json")
}

# The end of the family is not known, and may say anything, but what is known doesn't say that it is for tests.
resource "aws_ecs_task_definition" "text" {
  family                 = "${var.family}-web"
  enable_fault_injection = "true" # expect warning: containers of task definition aws_ecs_task_definition.text can break its network through fault injection; remove enable_fault_injection
  container_definitions  = file("missing.json")
}
