# A condition on what everybody meets changes nothing; one that limits makes it a notice.
data "aws_iam_policy_document" "conditions" {
  statement {
    sid       = "TLS"
    actions   = ["*"] # expect error: statement "TLS" of data.aws_iam_policy_document.conditions allows every action on every resource, which makes its holder an administrator of the account; list the actions and resources that are needed
    resources = ["*"]
    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["true"]
    }
  }
  statement {
    sid       = "IfExists"
    actions   = ["*"] # expect error: statement "IfExists" of data.aws_iam_policy_document.conditions allows every action on every resource, which makes its holder an administrator of the account; list the actions and resources that are needed
    resources = ["*"]
    condition {
      test     = "StringEqualsIfExists"
      variable = "aws:RequestedRegion"
      values   = ["eu-west-1"]
    }
  }
  statement {
    sid       = "Region"
    actions   = ["*"] # expect notice: statement "Region" of data.aws_iam_policy_document.conditions allows every action on every resource within its conditions, which makes its holder an administrator of the account; list the actions and resources that are needed
    resources = ["*"]
    condition {
      test     = "StringEquals"
      variable = "aws:RequestedRegion"
      values   = [var.region]
    }
  }
  statement {
    sid       = "Tagged"
    actions   = ["*"] # expect notice: statement "Tagged" of data.aws_iam_policy_document.conditions allows every action on every resource within its conditions, which makes its holder an administrator of the account; list the actions and resources that are needed
    resources = ["*"]
    condition {
      test     = "StringEquals"
      variable = "aws:ResourceTag/team"
      values   = ["web"]
    }
  }
  statement {
    sid       = "MFA"
    actions   = ["*"] # expect notice: statement "MFA" of data.aws_iam_policy_document.conditions allows every action on every resource within its conditions, which makes its holder an administrator of the account; list the actions and resources that are needed
    resources = ["*"]
    condition {
      test     = "Bool"
      variable = "aws:MultiFactorAuthPresent"
      values   = ["true"]
    }
  }
}

variable "region" {}

resource "aws_iam_policy" "conditions" {
  policy = data.aws_iam_policy_document.conditions.json
}
