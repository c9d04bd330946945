resource "aws_ecs_task_definition" "web" {
  family                 = "web"
  enable_fault_injection = true # expect warning: containers of task definition "web" can break its network through fault injection; remove enable_fault_injection
  container_definitions  = jsonencode([{ name = "web", image = "web:1.4.2" }])
}
