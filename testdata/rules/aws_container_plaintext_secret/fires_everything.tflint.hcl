plugin "terraform" {
  enabled = false
}

plugin "aws-container-security" {
  enabled = true
  preset  = "all"
}

rule "aws_container_plaintext_secret" {
  enabled = true
}
