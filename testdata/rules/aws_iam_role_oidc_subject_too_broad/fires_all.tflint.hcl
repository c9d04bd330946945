plugin "terraform" {
  enabled = false
}

plugin "aws-container-security" {
  enabled = true
  preset  = "all"
}

rule "aws_iam_role_oidc_subject_too_broad" {
  enabled = true
}
