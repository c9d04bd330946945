# Everything of a service, however it is written.
data "aws_iam_policy_document" "resources" {
  statement {
    sid       = "ARN"
    actions   = ["ecs:*"] # expect warning: statement "ARN" of data.aws_iam_policy_document.resources allows ecs:* on arn:aws:ecs:*:*:*, and with it writing actions that nobody chose; list those that are needed
    resources = ["arn:aws:ecs:*:*:*"]
  }
  statement {
    sid       = "Account"
    actions   = ["ecs:*"] # expect warning: statement "Account" of data.aws_iam_policy_document.resources allows ecs:* on arn:aws:ecs:*:…:*, and with it writing actions that nobody chose; list those that are needed
    resources = ["arn:aws:ecs:*:${data.aws_caller_identity.current.account_id}:*"]
  }
  statement {
    sid       = "Buckets"
    actions   = ["s3:*"] # expect warning: statement "Buckets" of data.aws_iam_policy_document.resources allows s3:* on arn:aws:s3:::*, and with it writing actions that nobody chose; list those that are needed
    resources = ["arn:aws:s3:::*"]
  }
  statement {
    sid       = "AllActions"
    actions   = ["*"] # expect warning: statement "AllActions" of data.aws_iam_policy_document.resources allows every action on arn:…:s3:::*, and with it writing actions that nobody chose; list those that are needed
    resources = ["arn:${data.aws_partition.current.partition}:s3:::*"]
  }
  statement {
    sid       = "Beside"
    actions   = ["sqs:*"] # expect warning: statement "Beside" of data.aws_iam_policy_document.resources allows sqs:* on every resource, and with it writing actions that nobody chose; list those that are needed
    resources = [aws_sqs_queue.jobs.arn, "*"]
  }
  # One region is less.
  statement {
    sid       = "Region"
    actions   = ["ecs:*"] # expect notice: statement "Region" of data.aws_iam_policy_document.resources allows ecs:* on arn:aws:ecs:…:…:*, and with it writing actions that nobody chose; list those that are needed
    resources = ["arn:aws:ecs:${var.region}:${data.aws_caller_identity.current.account_id}:*"]
  }
}

data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}

variable "region" {}

resource "aws_sqs_queue" "jobs" {
  name = "jobs"
}

resource "aws_iam_policy" "resources" {
  policy = data.aws_iam_policy_document.resources.json
}
