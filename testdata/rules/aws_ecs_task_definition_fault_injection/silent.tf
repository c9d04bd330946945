resource "aws_ecs_task_definition" "absent" {
  family                = "absent"
  container_definitions = jsonencode([{ name = "web", image = "web:1" }])
}

resource "aws_ecs_task_definition" "disabled" {
  family                 = "disabled"
  enable_fault_injection = false
  container_definitions  = jsonencode([{ name = "web", image = "web:1" }])
}

resource "aws_ecs_task_definition" "chaos" {
  family                 = "web-chaos"
  enable_fault_injection = true
  container_definitions  = jsonencode([{ name = "web", image = "web:1" }])
}
