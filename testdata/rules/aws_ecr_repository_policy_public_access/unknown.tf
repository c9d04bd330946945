variable "principals" {}
variable "effect" {}
variable "actions" {}
variable "condition" {}

resource "aws_ecr_repository_policy" "unknown" {
  repository = "unknown"
  policy = jsonencode({
    Statement = [
      { Effect = var.effect, Action = ["ecr:BatchGetImage"], Principal = "*" },
      { Effect = "Allow", Action = var.actions, Principal = "*" },
      { Effect = "Allow", Action = ["ecr:BatchGetImage"], Principal = var.principals },
      { Effect = "Allow", Action = ["ecr:BatchGetImage"], Principal = { AWS = var.principals } },
      { Effect = "Allow", Action = ["ecr:BatchGetImage"], Principal = { AWS = var.effect == "all" ? "*" : "123456789012" } },
      { Effect = "Allow", Action = ["ecr:BatchGetImage"], Principal = "*", Condition = var.condition },
    ]
  })
}

resource "aws_ecr_repository_policy" "whole" {
  repository = "whole"
  policy     = var.principals
}

resource "aws_ecr_repository_policy" "dynamic" {
  repository = "dynamic"
  policy     = data.aws_iam_policy_document.dynamic.json
}

data "aws_iam_policy_document" "dynamic" {
  dynamic "statement" {
    for_each = var.principals

    content {
      actions = ["ecr:BatchGetImage"]
      principals {
        type        = "AWS"
        identifiers = [statement.value]
      }
    }
  }
}
