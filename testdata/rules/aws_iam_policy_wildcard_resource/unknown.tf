variable "actions" {}
variable "resources" {}
variable "condition" {}

data "aws_iam_policy_document" "unknown" {
  statement {
    actions   = ["sqs:SendMessage"]
    resources = var.resources
  }
  statement {
    actions   = ["sqs:SendMessage"]
    resources = [var.resources, "${var.resources}*"]
  }
  statement {
    actions   = ["sqs:SendMessage"]
    resources = var.resources == null ? ["*"] : [var.resources]
  }
  statement {
    actions   = concat(var.actions, ["sqs:ReceiveMessage"])
    resources = ["arn:aws:sqs:*:*:${var.resources}"]
  }
  statement {
    actions   = var.actions
    resources = ["*"]
  }
  statement {
    actions   = ["sqs:SendMessage"]
    resources = ["*"]

    dynamic "condition" {
      for_each = var.condition

      content {
        test     = "StringEquals"
        variable = condition.key
        values   = [condition.value]
      }
    }
  }
  statement {
    actions       = ["sqs:SendMessage"]
    not_resources = var.resources
  }
}

resource "aws_iam_policy" "unknown" {
  policy = data.aws_iam_policy_document.unknown.json
}

# Its override documents may replace the statement.
module "policy" {
  source  = "example.com/policy/aws"
  version = "1.0.0"

  policy = data.aws_iam_policy_document.overridden.json
}

data "aws_iam_policy_document" "overridden" {
  override_policy_documents = [module.policy.override]

  statement {
    sid       = "Send"
    actions   = ["sqs:SendMessage"]
    resources = ["*"]
  }
}

resource "aws_iam_role_policy" "condition" {
  role = "app"
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = "sqs:SendMessage", Resource = "*", Condition = var.condition }]
  })
}
