plugin "terraform" {
  enabled = false
}

plugin "aws-container-security" {
  enabled = true
  preset  = "all"
}
