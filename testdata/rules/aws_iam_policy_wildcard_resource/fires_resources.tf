# Every resource, however it is written.
data "aws_iam_policy_document" "resources" {
  statement {
    sid       = "Beside"
    actions   = ["sqs:SendMessage"]
    resources = [aws_sqs_queue.jobs.arn, "*"] # expect warning: statement "Beside" of data.aws_iam_policy_document.resources allows sqs:SendMessage on every resource, so one stolen credential reaches all of them; name the resources that are needed
  }
  statement {
    sid       = "AllOfIt"
    actions   = ["sqs:SendMessage", "s3:PutObject"]
    resources = ["arn:aws:sqs:*:*:*", "arn:aws:s3:::*"] # expect warning: statement "AllOfIt" of data.aws_iam_policy_document.resources allows sqs:SendMessage and s3:PutObject on arn:aws:sqs:*:*:* and arn:aws:s3:::*, so one stolen credential reaches all of them; name the resources that are needed
  }
  statement {
    sid       = "Account"
    actions   = ["sqs:SendMessage"]
    resources = ["arn:aws:sqs:*:${data.aws_caller_identity.current.account_id}:*"] # expect warning: statement "Account" of data.aws_iam_policy_document.resources allows sqs:SendMessage on arn:aws:sqs:*:…:*, so one stolen credential reaches all of them; name the resources that are needed
  }
  statement {
    sid       = "Repositories"
    actions   = ["ecr:PutImage"]
    resources = ["arn:aws:ecr:*:*:repository/*"] # expect warning: statement "Repositories" of data.aws_iam_policy_document.resources allows ecr:PutImage on arn:aws:ecr:*:*:repository/*, so one stolen credential reaches all of them; name the resources that are needed
  }
  statement {
    sid       = "Secrets"
    actions   = ["secretsmanager:GetSecretValue"]
    resources = ["arn:aws:secretsmanager:${var.region}:123456789012:secret:*"] # expect warning: statement "Secrets" of data.aws_iam_policy_document.resources allows secretsmanager:GetSecretValue on arn:aws:secretsmanager:…:123456789012:secret:*, so one stolen credential reaches all of them; name the resources that are needed
  }
  statement {
    sid       = "Parameters"
    actions   = ["ssm:GetParameters", "kms:Decrypt"]
    resources = ["arn:aws:ssm:*:*:parameter/*", "arn:aws:kms:*:*:key/*"] # expect warning: statement "Parameters" of data.aws_iam_policy_document.resources allows ssm:GetParameters and kms:Decrypt on arn:aws:ssm:*:*:parameter/* and arn:aws:kms:*:*:key/*, so one stolen credential reaches all of them; name the resources that are needed
  }
  statement {
    sid       = "Roles" # aws_iam_privilege_escalation tells of the first action
    actions   = ["iam:AttachRolePolicy", "iam:PutRolePolicy", "iam:PassRole"]
    resources = ["arn:aws:iam::*:role/*"] # expect warning: statement "Roles" of data.aws_iam_policy_document.resources allows iam:PutRolePolicy on arn:aws:iam::*:role/*, so one stolen credential reaches all of them; name the resources that are needed
  }
  statement {
    sid           = "AllBut"
    actions       = ["s3:PutObject"]
    not_resources = ["arn:aws:s3:::audit/*"] # expect warning: statement "AllBut" of data.aws_iam_policy_document.resources allows s3:PutObject on every resource but arn:aws:s3:::audit/*, so one stolen credential reaches all of them; name the resources that are needed
  }
  # What is narrow for the service is not for the secret.
  statement {
    sid       = "Mixed"
    actions   = ["s3:*", "secretsmanager:GetSecretValue"]
    resources = ["arn:aws:s3:::app/*", "arn:aws:secretsmanager:*:*:secret:*"] # expect warning: statement "Mixed" of data.aws_iam_policy_document.resources allows secretsmanager:GetSecretValue on arn:aws:secretsmanager:*:*:secret:*, so one stolen credential reaches all of them; name the resources that are needed
  }
}

data "aws_caller_identity" "current" {}

variable "region" {}

resource "aws_sqs_queue" "jobs" {
  name = "jobs"
}

resource "aws_iam_policy" "resources" {
  policy = data.aws_iam_policy_document.resources.json
}
