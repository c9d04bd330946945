plugin "terraform" {
  enabled = false
}

plugin "aws-container-security" {
  enabled = true
}

rule "aws_container_untrusted_registry" {
  enabled            = true
  allowed_registries = ["111122223333.dkr.ecr.*.amazonaws.com", "ghcr.io/example/*", "docker.io/library/*"]
  denied_registries  = ["*/legacy"]
}
