variable "principals" {}
variable "actions" {}
variable "effect" {}
variable "account" {}
variable "condition" {}

resource "aws_ecr_repository_policy" "unknown" {
  repository = "unknown"
  policy = jsonencode({
    Statement = [
      { Effect = "Allow", Action = ["ecr:*"], Principal = var.principals },
      { Effect = "Allow", Action = ["ecr:*"], Principal = { AWS = var.principals } },
      { Effect = "Allow", Action = ["ecr:*"], Principal = { AWS = "arn:aws:iam::${var.account}:root" } },
      { Effect = "Allow", Action = ["ecr:*"], Principal = { AWS = var.effect == "all" ? "123456789012" : var.account } },
      { Effect = "Allow", Action = var.actions, Principal = { AWS = "123456789012" } },
      { Effect = "Allow", Action = ["ecr:BatchGetImage", var.actions], Principal = { AWS = "123456789012" } },
      { Effect = "Allow", Action = "ecr:${var.actions}", Principal = { AWS = "123456789012" } },
      { Effect = "Allow", NotAction = var.actions, Principal = { AWS = "123456789012" } },
      { Effect = var.effect, Action = ["ecr:*"], Principal = { AWS = "123456789012" } },
      { Effect = "Allow", Action = ["ecr:*"], Principal = { AWS = "123456789012" }, Condition = var.condition },
    ]
  })
}

resource "aws_ecr_repository_policy" "whole" {
  repository = "whole"
  policy     = var.principals
}
