variable "policy" {
  type = string
}

resource "aws_iam_policy" "of_json" {
  policy = var.policy
}
