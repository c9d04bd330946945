plugin "terraform" {
  enabled = false
}

plugin "aws-container-security" {
  enabled = true
}

rule "aws_container_insecure_registry" {
  enabled           = true
  suspicious_ports  = ["5000"]
  exempt_registries = ["*.example.com:5000"]
}
