variable "policy" {
  type = string
}

resource "aws_iam_policy" "deploy" {
  name   = "deploy"
  policy = var.policy # expect notice: aws_iam_policy.deploy can't be checked: var.policy has no value here; give it a default, or name a tfvars file with --var-file
}
