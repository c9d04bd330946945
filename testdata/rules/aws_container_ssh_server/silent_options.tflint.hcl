plugin "terraform" {
  enabled = false
}

plugin "aws-container-security" {
  enabled = true
}

rule "aws_container_ssh_server" {
  enabled       = true
  exempt_images = ["gitlab/*"]
}
