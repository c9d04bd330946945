plugin "terraform" {
  enabled = false
}

plugin "aws-container-security" {
  enabled = true
}

rule "aws_ecs_task_definition_fault_injection" {
  enabled  = true
  families = ["staging-*"]
}
