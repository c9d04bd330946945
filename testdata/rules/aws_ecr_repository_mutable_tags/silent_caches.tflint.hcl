plugin "terraform" {
  enabled = false
}

plugin "aws-container-security" {
  enabled = true
}

rule "aws_ecr_repository_mutable_tags" {
  enabled             = true
  pull_through_caches = false
}
