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
        Action   = "ecs:RunTask"
        Resource = var.legacy ? "*" : "arn:aws:ecs:*:*:*" # expect warning: statement "One" of aws_iam_policy.deploy allows ecs:RunTask on every resource, so one stolen credential reaches all of them; name the resources that are needed; what may stand here instead is no better
      },
      {
        Sid      = "Fine"
        Effect   = "Allow"
        Action   = "ecs:RunTask"
        Resource = var.legacy ? "*" : "arn:aws:ecs:eu-west-1:111122223333:task-definition/web:*"
      },
    ]
  })
}
