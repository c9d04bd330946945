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

# On every resource it would not be too much either, and each of an unknown number of names is one.
variable "names" {
  type = list(string)
}

variable "arn" {
  type = string
}

resource "aws_iam_policy" "read" {
  name = "read"
  policy = jsonencode({
    Statement = [
      { Effect = "Allow", Action = "ecs:DescribeTasks", Resource = var.arn },
      { Effect = "Allow", Action = "ssm:PutParameter", Resource = [for name in var.names : "arn:aws:ssm:eu-west-1:111122223333:parameter/app/${name}"] },
      { Effect = "Deny", Action = var.names, Resource = "*" },
    ]
  })
}
