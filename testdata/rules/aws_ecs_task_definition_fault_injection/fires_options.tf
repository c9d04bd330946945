resource "aws_ecs_task_definition" "test" {
  family                 = "test-web"
  enable_fault_injection = true # expect warning: containers of task definition "test-web" can break its network through fault injection; remove enable_fault_injection
  container_definitions  = file("missing.json")
}

resource "aws_ecs_task_definition" "staging" {
  family                 = "staging-web"
  enable_fault_injection = true
  container_definitions  = file("missing.json")
}
