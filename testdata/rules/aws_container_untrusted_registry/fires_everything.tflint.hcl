plugin "terraform" {
  enabled = false
}

plugin "aws-container-security" {
  enabled = true
  preset  = "all"
}

rule "aws_container_untrusted_registry" {
  enabled = true
}
