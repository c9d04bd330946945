variable "legacy" {
  type = bool
}

resource "aws_iam_policy" "deploy" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "Any"
        Effect   = "Allow"
        Action   = "iam:PassRole" # expect warning: statement "Any" of aws_iam_policy.deploy allows iam:PassRole on every resource, so its holder can start things with the permissions of any of them; name the roles that are needed; what may stand here instead is no better
        Resource = var.legacy ? "*" : "arn:aws:iam::*:role/*"
      },
      {
        Sid      = "Some"
        Effect   = "Allow"
        Action   = "iam:PassRole"
        Resource = var.legacy ? "*" : "arn:aws:iam::111122223333:role/web"
      },
    ]
  })
}
