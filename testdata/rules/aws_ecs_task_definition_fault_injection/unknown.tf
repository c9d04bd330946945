variable "faults" {
  type = bool
}

resource "aws_ecs_task_definition" "variable" {
  family                 = "variable"
  enable_fault_injection = var.faults
  container_definitions  = jsonencode([{ name = "web", image = "web:1" }])
}

resource "aws_ecs_task_definition" "either" {
  family                 = "either"
  enable_fault_injection = var.faults ? true : false
  container_definitions  = jsonencode([{ name = "web", image = "web:1" }])
}
