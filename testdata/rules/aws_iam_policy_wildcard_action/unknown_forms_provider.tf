# What AWS and the provider take for a policy. The files fires_, silent_ and unknown_forms_provider.tf hold the same forms.

variable "environment" {
  type = string
}

variable "action" {
  type = string
}

resource "aws_iam_policy" "one_statement" {
  name = "one_statement"
  policy = jsonencode({
    Id = var.environment
    Statement = {
      Sid      = "Deploy"
      Effect   = "Allow"
      Action   = var.action
      Resource = "*"
    }
  })
}

resource "aws_iam_policy" "lists_of_one" {
  name = "lists_of_one"
  policy = jsonencode({
    Id = var.environment
    Statement = [{
      Sid      = "Deploy"
      Effect   = "Allow"
      Action   = [var.action]
      Resource = ["*"]
    }]
  })
}

resource "aws_iam_policy" "keys_in_any_case" {
  name = "keys_in_any_case"
  policy = jsonencode({
    id = var.environment
    statement = [{
      sid      = "Deploy"
      effect   = "Allow"
      action   = var.action
      resource = "*"
    }]
  })
}

resource "aws_iam_policy" "actions_in_any_case" {
  name = "actions_in_any_case"
  policy = jsonencode({
    Id = var.environment
    Statement = [{
      Sid      = "Deploy"
      Effect   = "Allow"
      Action   = upper(var.action)
      Resource = "*"
    }]
  })
}

resource "aws_iam_policy" "null_is_absent" {
  name = "null_is_absent"
  policy = jsonencode({
    Id = var.environment
    Statement = [{
      Sid         = "Deploy"
      Effect      = "Allow"
      Action      = var.action
      Resource    = "*"
      Condition   = null
      NotResource = null
    }]
  })
}

resource "aws_iam_policy" "last_key_counts" {
  name   = "last_key_counts"
  policy = <<-EOF
    {
      "Id": "${var.environment}",
      "Statement": {
        "Sid": "Deploy",
        "Effect": "Allow",
        "Action": "ecs:*",
        "Resource": "*",
        "Action": "${var.action}"
      }
    }
  EOF
}

resource "aws_iam_policy" "unknown_keys_are_ignored" {
  name = "unknown_keys_are_ignored"
  policy = jsonencode({
    Comment = var.environment
    Statement = [{
      Sid      = "Deploy"
      Effect   = "Allow"
      Action   = var.action
      Actions  = "ecs:*"
      Resource = "*"
    }]
  })
}
