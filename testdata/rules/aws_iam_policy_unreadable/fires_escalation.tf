variable "legacy" {
  type = bool
}

# Both are too much, and a finding says so, but with one of them, and the role that is passed, the holder may become another one.
resource "aws_iam_policy" "deploy" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "Service"
        Effect   = "Allow"
        Action   = var.legacy ? "lambda:*" : "s3:*" # expect notice: statement "Service" of aws_iam_policy.deploy can't be checked: var.legacy has no value here; give it a default, or name a tfvars file with --var-file
        Resource = "*"
      },
      {
        Sid      = "Role"
        Effect   = "Allow"
        Action   = "iam:PassRole"
        Resource = "arn:aws:iam::111122223333:role/web"
      },
    ]
  })
}
