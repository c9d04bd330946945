plugin "terraform" {
  enabled = false
}

plugin "aws-container-security" {
  enabled = true
}

rule "aws_container_dangerous_capabilities" {
  enabled   = true
  dangerous = ["SYS_PTRACE"]
  allowed   = ["NET_ADMIN"]
}
