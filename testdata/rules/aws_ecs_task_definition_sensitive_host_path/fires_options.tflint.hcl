plugin "terraform" {
  enabled = false
}

plugin "aws-container-security" {
  enabled = true
}

rule "aws_ecs_task_definition_sensitive_host_path" {
  enabled         = true
  sensitive_paths = ["/data/secrets/**", "/proc/**"]
  allowed_paths   = ["/proc"]
}
