variable "service" {}
variable "key" {}
variable "account" {}
variable "condition" {}

resource "aws_iam_role" "unknown" {
  assume_role_policy = jsonencode({
    Statement = [
      { Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = var.service } },
      { Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ecs${var.service}.amazonaws.com" } },
      { Effect = "Allow", Action = "sts:AssumeRole", Principal = var.service },
      { Effect = "Allow", Action = var.key, Principal = { Service = "ecs-tasks.amazonaws.com" } },
      { Effect = var.key, Action = "sts:AssumeRole", Principal = { Service = "ecs-tasks.amazonaws.com" } },
      { Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ecs-tasks.amazonaws.com" }, Condition = var.condition },
      {
        Effect    = "Allow"
        Action    = "sts:AssumeRole"
        Principal = { Service = "ecs-tasks.amazonaws.com" }
        Condition = { StringEquals = { "aws:SourceAccount" = var.account } }
      },
      {
        Effect    = "Allow"
        Action    = "sts:AssumeRole"
        Principal = { Service = "ecs-tasks.amazonaws.com" }
        Condition = { ArnLike = { "aws:SourceArn" = "arn:aws:ecs:eu-west-1:${var.account}:*" } }
      },
      {
        Effect    = "Allow"
        Action    = "sts:AssumeRole"
        Principal = { Service = "ecs-tasks.amazonaws.com" }
        Condition = { StringEquals = { "aws:Source${var.key}" = "123456789012" } }
      },
    ]
  })
}

data "aws_iam_policy_document" "unknown" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["ecs-tasks.amazonaws.com"]
    }

    dynamic "condition" {
      for_each = var.account == null ? [] : [var.account]

      content {
        test     = "StringEquals"
        variable = "aws:SourceAccount"
        values   = [condition.value]
      }
    }
  }
}

resource "aws_iam_role" "document" {
  assume_role_policy = data.aws_iam_policy_document.unknown.json
}
