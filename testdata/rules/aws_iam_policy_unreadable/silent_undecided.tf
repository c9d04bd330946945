# Whatever the variables are, nothing is too much.

variable "environment" {
  type = string
}

variable "tag" {
  type = string
}

variable "conditions" {
  type = map(map(string))
}

resource "aws_iam_policy" "deploy" {
  name = "deploy"
  policy = jsonencode({
    Statement = [
      {
        Effect   = "Allow"
        Action   = var.environment == "production" ? "ecs:UpdateService" : "ecs:StopTask"
        Resource = var.environment == "production" ? "arn:aws:ecs:eu-west-1:111122223333:service/a/web" : "arn:aws:ecs:eu-west-1:111122223333:service/b/web"
      },
      {
        Effect    = "Allow"
        Action    = "s3:PutObject"
        Resource  = "arn:aws:s3:::releases/*"
        Condition = var.conditions
      },
      {
        Effect   = "Allow"
        Action   = "ecs:UpdateService"
        Resource = "*"
        Condition = { StringEquals = {
          "aws:ResourceTag/${var.tag}" = "yes"
          "aws:ResourceTag/team"       = "web"
        } }
      },
    ]
  })
}
