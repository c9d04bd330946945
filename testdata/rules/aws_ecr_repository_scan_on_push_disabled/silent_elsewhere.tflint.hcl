plugin "terraform" {
  enabled = false
}

plugin "aws-container-security" {
  enabled = true
}

rule "aws_ecr_repository_scan_on_push_disabled" {
  enabled                             = true
  registry_scanning_managed_elsewhere = true
}
