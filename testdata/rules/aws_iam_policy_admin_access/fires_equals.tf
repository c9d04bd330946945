# What amounts to every action on every resource.
data "aws_iam_policy_document" "equals" {
  statement {
    sid         = "AllBut"
    not_actions = ["iam:*", "organizations:*"] # expect error: statement "AllBut" of data.aws_iam_policy_document.equals allows every action but iam:* and organizations:* on every resource, which makes its holder an administrator of the account; list the actions and resources that are needed
    resources   = ["*"]
  }
  statement {
    sid           = "AllButSomeResources"
    actions       = ["*"] # expect error: statement "AllButSomeResources" of data.aws_iam_policy_document.equals allows every action on every resource but arn:aws:s3:::audit/*, which makes its holder an administrator of the account; list the actions and resources that are needed
    not_resources = ["arn:aws:s3:::audit/*"]
  }
  statement {
    sid           = "AllButOneBucket"
    actions       = ["*"] # expect error: statement "AllButOneBucket" of data.aws_iam_policy_document.equals allows every action on every resource but aws_s3_bucket.audit.arn and ${aws_s3_bucket.audit.arn}/*, which makes its holder an administrator of the account; list the actions and resources that are needed
    not_resources = [aws_s3_bucket.audit.arn, "${aws_s3_bucket.audit.arn}/*"]
  }
  statement {
    sid       = "IAM"
    actions   = ["ecs:*", "iam:*"] # expect error: statement "IAM" of data.aws_iam_policy_document.equals allows iam:* on every resource, which makes its holder an administrator of the account; list the actions and resources that are needed
    resources = ["*"]
  }
  statement {
    sid       = "AllOfIAM"
    actions   = ["IAM:*"] # expect error: statement "AllOfIAM" of data.aws_iam_policy_document.equals allows IAM:* on arn:aws:iam::123456789012:*, which makes its holder an administrator of the account; list the actions and resources that are needed
    resources = ["arn:aws:iam::123456789012:*"]
  }
  statement {
    sid = "EveryWay"
    actions = [
      "iam:Add*", # expect error: statement "EveryWay" of data.aws_iam_policy_document.equals allows iam:Add*, iam:Attach*, iam:Create*, iam:Pass* and 3 more on every resource, which makes its holder an administrator of the account; list the actions and resources that are needed
      "iam:Attach*",
      "iam:Create*",
      "iam:Pass*",
      "iam:Put*",
      "iam:Set*",
      "iam:Update*",
    ]
    resources = ["*"]
  }
  statement {
    sid       = "Pieces"
    actions   = formatlist("%s*:*", split("", "abcdefghijklmnopqrstuvwxyz")) # expect error: statement "Pieces" of data.aws_iam_policy_document.equals allows a*:*, b*:*, c*:*, d*:* and 22 more on every resource, which makes its holder an administrator of the account; list the actions and resources that are needed
    resources = ["*"]
  }
  statement {
    sid       = "Wildcards"
    actions   = ["?*"] # expect error: statement "Wildcards" of data.aws_iam_policy_document.equals allows every action on every resource, which makes its holder an administrator of the account; list the actions and resources that are needed
    resources = ["arn:aws:*"]
  }
  # Empty lists are not there.
  statement {
    sid           = "EmptyLists"
    actions       = ["*"] # expect error: statement "EmptyLists" of data.aws_iam_policy_document.equals allows every action on every resource, which makes its holder an administrator of the account; list the actions and resources that are needed
    not_actions   = []
    resources     = ["*"]
    not_resources = []

    dynamic "principals" {
      for_each = []

      content {
        type        = "AWS"
        identifiers = [principals.value]
      }
    }

    dynamic "condition" {
      for_each = {}

      content {
        test     = "StringEquals"
        variable = condition.key
        values   = [condition.value]
      }
    }
  }
  statement {
    sid       = "UnknownBeside"
    actions   = ["*"] # expect error: statement "UnknownBeside" of data.aws_iam_policy_document.equals allows every action on every resource, which makes its holder an administrator of the account; list the actions and resources that are needed
    resources = [var.bucket, "*"]
  }
}

variable "bucket" {}

resource "aws_s3_bucket" "audit" {
  bucket = "audit"
}

output "equals" {
  value = data.aws_iam_policy_document.equals.json
}
