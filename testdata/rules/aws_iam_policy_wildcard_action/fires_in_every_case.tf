# Which of several values it is decides somebody else, but none of them is fine.

variable "legacy" {
  type = bool
}

resource "aws_iam_policy" "deploy" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "One"
        Effect   = "Allow"
        Action   = var.legacy ? "ecs:*" : "s3:*" # expect warning: statement "One" of aws_iam_policy.deploy allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed; what may stand here instead is no better
        Resource = "*"
      },
      {
        Sid    = "Mildest"
        Effect = "Allow"
        # expect-below warning: statement "Mildest" of aws_iam_policy.deploy allows s3:* on every resource, and with it writing actions that nobody chose; list those that are needed
        Action   = var.legacy ? "*" : "s3:*"
        Resource = "*"
      },
      {
        Sid      = "Fine"
        Effect   = "Allow"
        Action   = var.legacy ? "ecs:*" : "ecs:DescribeTasks"
        Resource = "*"
      },
    ]
  })
}
