variable "effect" {}
variable "actions" {}
variable "action" {}
variable "resources" {}
variable "conditions" {}
variable "documents" {}

data "aws_iam_policy_document" "unknown" {
  statement {
    effect    = var.effect
    actions   = ["*"]
    resources = ["*"]
  }
  statement {
    actions   = var.actions
    resources = ["*"]
  }
  statement {
    actions   = [var.action, "${var.action}*"]
    resources = ["*"]
  }
  statement {
    actions   = ["*"]
    resources = var.resources
  }
  statement {
    actions   = var.action == "all" ? ["*"] : ["s3:GetObject"]
    resources = ["*"]
  }
  statement {
    actions   = ["*"]
    resources = ["*"]

    dynamic "condition" {
      for_each = var.conditions

      content {
        test     = condition.value.test
        variable = condition.value.variable
        values   = condition.value.values
      }
    }
  }
  statement {
    not_actions = var.actions
    resources   = ["*"]
  }
  statement {
    actions       = ["*"]
    not_resources = var.resources
  }
  dynamic "statement" {
    for_each = var.documents

    content {
      actions   = statement.value
      resources = ["*"]
    }
  }
  # Who it is for is not known: it may be for a resource.
  statement {
    actions   = ["*"]
    resources = ["*"]

    dynamic "principals" {
      for_each = var.documents

      content {
        type        = "AWS"
        identifiers = principals.value
      }
    }
  }
}

output "unknown" {
  value = data.aws_iam_policy_document.unknown.json
}

# An unknown document may replace the statement.
data "aws_iam_policy_document" "overridden" {
  override_policy_documents = var.documents

  statement {
    sid       = "Admin"
    actions   = ["*"]
    resources = ["*"]
  }
}

resource "aws_iam_policy" "overridden" {
  policy = data.aws_iam_policy_document.overridden.json
}

resource "aws_iam_policy" "json" {
  policy = jsonencode({
    Statement = [
      { Effect = "Allow", Action = var.actions, Resource = "*" },
      { Effect = var.effect, Action = "*", Resource = "*" },
      { Effect = "Allow", Action = "*", Resource = var.resources },
      { Effect = "Allow", Action = "*", Resource = "*", Condition = var.conditions },
      merge({ Effect = "Allow", Action = "*", Resource = "*" }, var.conditions),
    ]
  })
}

resource "aws_iam_policy" "variable" {
  policy = var.documents
}

resource "aws_iam_policy" "heredoc" {
  policy = <<EOF
{
  "Statement": [
    {"Effect": "Allow", "Action": ${var.actions}, "Resource": "*"},
    {"Effect": "Allow", "Action": "${var.action}", "Resource": "*"},
    {"Effect": "Allow", "Action": "*", "Resource": "${var.resources}"}
  ]
}
EOF
}

# Broken.
resource "aws_iam_policy" "broken" {
  policy = "{ not JSON"
}

# Documents that hold each other.
data "aws_iam_policy_document" "a" {
  source_policy_documents = [data.aws_iam_policy_document.b.json]
}

data "aws_iam_policy_document" "b" {
  source_policy_documents = [data.aws_iam_policy_document.a.json]
}

resource "aws_iam_policy" "cycle" {
  policy = data.aws_iam_policy_document.a.json
}
