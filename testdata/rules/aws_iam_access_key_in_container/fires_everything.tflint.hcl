plugin "terraform" {
  enabled = false
}

plugin "aws-container-security" {
  enabled = true
  preset  = "all"
}

rule "aws_iam_access_key_in_container" {
  enabled = true
}
