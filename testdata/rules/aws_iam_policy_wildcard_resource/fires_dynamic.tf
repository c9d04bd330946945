# Statements and elements that are not there for certain, or are not written as they look.
data "aws_iam_policy_document" "dynamic" {
  dynamic "statement" {
    for_each = var.queues

    content {
      sid       = "Send"
      actions   = ["sqs:SendMessage"]
      resources = ["*"] # expect warning: statement "Send" of data.aws_iam_policy_document.dynamic allows sqs:SendMessage on every resource, so one stolen credential reaches all of them; name the resources that are needed
    }
  }
  dynamic "statement" {
    for_each = {
      push = ["ecr:PutImage"]
      pull = ["ecr:GetAuthorizationToken"]
    }

    content {
      sid       = statement.key
      actions   = statement.value
      resources = ["*"] # expect warning: statement "push" of data.aws_iam_policy_document.dynamic allows ecr:PutImage on every resource, so one stolen credential reaches all of them; name the resources that are needed
    }
  }
}

variable "queues" {}

resource "aws_iam_role_policy" "dynamic" {
  role   = "app"
  policy = data.aws_iam_policy_document.dynamic.json
}

locals {
  everything = "*"
  statements = [
    for service in ["sqs", "sns"] : {
      Effect   = "Allow"
      Action   = service == "sqs" ? ["sqs:SendMessage"] : ["sns:Publish"]
      Resource = local.everything # expect warning: statement 1 of aws_iam_role_policy.locals allows sqs:SendMessage on every resource, so one stolen credential reaches all of them; name the resources that are needed
    }
  ]
}

resource "aws_iam_role_policy" "locals" {
  role   = "app"
  policy = jsonencode({ Statement = concat(local.statements, var.queues) })
}

resource "aws_iam_role_policy" "default" {
  role = "app"
  policy = coalesce(var.policy, jsonencode({
    Statement = [{
      Effect   = "Allow"
      Action   = "sqs:SendMessage"
      Resource = "*" # expect warning: aws_iam_role_policy.default allows sqs:SendMessage on every resource, so one stolen credential reaches all of them; name the resources that are needed
    }]
  }))
}

variable "policy" {}

resource "aws_iam_role_policy" "heredoc" {
  role = "app"
  # expect-below warning: statement 1 of aws_iam_role_policy.heredoc allows sqs:SendMessage on every resource, so one stolen credential reaches all of them; name the resources that are needed; at line 71, Statement[0].Resource[1]
  policy = <<-EOT
    {
      "Statement": [
        {
          "Effect": "Allow",
          "Action": ["sqs:SendMessage", "sqs:${var.policy}"],
          "Resource": ["${var.policy}", "*"]
        }
        %{if var.policy != ""}
        ,{
          "Effect": "Allow",
          "Action": "s3:GetObject",
          "Resource": "*"
        }
        %{endif}
      ]
    }
  EOT
}
