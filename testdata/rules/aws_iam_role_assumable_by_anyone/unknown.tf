variable "principals" {}
variable "effect" {}
variable "actions" {}
variable "condition" {}
variable "public" {}

data "aws_iam_policy_document" "unknown" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "AWS"
      identifiers = var.principals
    }
  }
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "AWS"
      identifiers = [var.public ? "*" : "123456789012"]
    }
  }
  statement {
    actions = ["sts:AssumeRole"]

    dynamic "principals" {
      for_each = var.public ? ["*"] : []

      content {
        type        = "AWS"
        identifiers = [principals.value]
      }
    }
  }
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "AWS"
      identifiers = ["*"]
    }

    dynamic "condition" {
      for_each = var.condition

      content {
        test     = "StringEquals"
        variable = condition.key
        values   = [condition.value]
      }
    }
  }
}

resource "aws_iam_role" "unknown" {
  assume_role_policy = data.aws_iam_policy_document.unknown.json
}

resource "aws_iam_role" "json" {
  assume_role_policy = jsonencode({
    Statement = [
      { Effect = var.effect, Action = "sts:AssumeRole", Principal = "*" },
      { Effect = "Allow", Action = var.actions, Principal = "*" },
      { Effect = "Allow", Action = "sts:AssumeRole", Principal = var.principals },
      { Effect = "Allow", Action = "sts:AssumeRole", Principal = { (var.effect) = "*" } },
      { Effect = "Allow", Action = "sts:AssumeRole", Principal = "*", Condition = var.condition },
      { Effect = "Allow", Action = "sts:AssumeRole", Principal = "*", Condition = { StringEquals = { (var.effect) = "x" } } },
    ]
  })
}

resource "aws_iam_role" "whole" {
  assume_role_policy = var.principals
}
