variable "partner" {}
variable "action" {}
variable "effect" {}
variable "condition" {}
variable "key" {}

resource "aws_iam_role" "unknown" {
  assume_role_policy = jsonencode({
    Statement = [
      { Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = var.partner } },
      { Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "arn:aws:iam::${var.partner}:root" } },
      { Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = formatlist("arn:aws:iam::%s:root", var.partner) } },
      { Effect = "Allow", Action = "sts:AssumeRole", Principal = var.partner },
      { Effect = "Allow", Action = var.action, Principal = { AWS = "210987654321" } },
      { Effect = var.effect, Action = "sts:AssumeRole", Principal = { AWS = "210987654321" } },
      { Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "210987654321" }, Condition = var.condition },
      { Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "210987654321" }, Condition = { StringEquals = { (var.key) = "acme" } } },
    ]
  })
}

data "aws_iam_policy_document" "unknown" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "AWS"
      identifiers = ["210987654321"]
    }

    dynamic "condition" {
      for_each = var.condition ? [true] : []

      content {
        test     = "Bool"
        variable = "aws:MultiFactorAuthPresent"
        values   = ["true"]
      }
    }
  }
}

resource "aws_iam_role" "document" {
  assume_role_policy = data.aws_iam_policy_document.unknown.json
}
