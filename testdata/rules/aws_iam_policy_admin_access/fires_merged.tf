# Documents made of documents: a statement is reported where it is written, if it is still there.
data "aws_iam_policy_document" "base" {
  statement {
    sid       = "Admin"
    actions   = ["*"] # expect error: statement "Admin" of data.aws_iam_policy_document.base allows every action on every resource, which makes its holder an administrator of the account; list the actions and resources that are needed
    resources = ["*"]
  }
  statement {
    sid       = "Replaced"
    actions   = ["*"]
    resources = ["*"]
  }
}

data "aws_iam_policy_document" "middle" {
  source_policy_documents = [data.aws_iam_policy_document.base.json]

  statement {
    sid       = "Replaced"
    actions   = ["s3:GetObject"]
    resources = ["*"]
  }
  statement {
    sid       = "OverriddenLater"
    actions   = ["*"]
    resources = ["*"]
  }
}

data "aws_iam_policy_document" "override" {
  statement {
    sid       = "OverriddenLater"
    actions   = ["s3:GetObject"]
    resources = ["*"]
  }
  statement {
    sid       = "Added"
    actions   = ["*"] # expect error: statement "Added" of data.aws_iam_policy_document.override allows every action on every resource, which makes its holder an administrator of the account; list the actions and resources that are needed
    resources = ["*"]
  }
}

data "aws_iam_policy_document" "whole" {
  source_policy_documents   = concat([data.aws_iam_policy_document.middle.json], var.more)
  override_policy_documents = [data.aws_iam_policy_document.override.json]

  dynamic "statement" {
    for_each = var.admins

    content {
      sid       = statement.value
      actions   = ["*"] # expect error: statement 1 of data.aws_iam_policy_document.whole allows every action on every resource, which makes its holder an administrator of the account; list the actions and resources that are needed
      resources = ["*"]
    }
  }
}

variable "more" {}

variable "admins" {}

resource "aws_iam_policy" "whole" {
  policy = data.aws_iam_policy_document.whole.json
}

data "aws_iam_policy_document" "legacy" {
  source_json = jsonencode({
    Statement = [{
      Sid      = "Legacy"
      Effect   = "Allow"
      Action   = "*" # expect error: statement "Legacy" of aws_iam_policy.legacy allows every action on every resource, which makes its holder an administrator of the account; list the actions and resources that are needed
      Resource = "*"
    }]
  })
}

resource "aws_iam_policy" "legacy" {
  policy = data.aws_iam_policy_document.legacy.json
}

data "aws_iam_policy_document" "nameless" {
  override_policy_documents = var.more

  # An unknown override document can't replace a statement without a name.
  statement {
    actions   = ["*"] # expect error: data.aws_iam_policy_document.nameless allows every action on every resource, which makes its holder an administrator of the account; list the actions and resources that are needed
    resources = ["*"]
  }
}

resource "aws_iam_policy" "nameless" {
  policy = data.aws_iam_policy_document.nameless.json
}
