data "aws_caller_identity" "current" {}

variable "account_id" {
  default = "123456789012"
}

variable "external_id" {}

# Conditions of which each is enough.
data "aws_iam_policy_document" "partner" {
  for_each = {
    ExternalID = { test = "StringEquals", variable = "sts:ExternalId", values = ["acme-deploy"] }
    Unknown    = { test = "StringEquals", variable = "sts:ExternalId", values = [var.external_id] }
    MFA        = { test = "Bool", variable = "aws:MultiFactorAuthPresent", values = ["true"] }
    MFAAge     = { test = "NumericLessThan", variable = "aws:MultiFactorAuthAge", values = ["3600"] }
    Org        = { test = "StringEquals", variable = "aws:PrincipalOrgID", values = ["o-a1b2c3d4e5"] }
    Roles      = { test = "ArnLike", variable = "aws:PrincipalArn", values = ["arn:aws:iam::210987654321:role/deploy-*"] }
    Tag        = { test = "StringEquals", variable = "aws:PrincipalTag/team", values = ["platform"] }
    Office     = { test = "IpAddress", variable = "aws:SourceIp", values = ["203.0.113.0/24"] }
  }

  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::210987654321:root"]
    }
    condition {
      test     = each.value.test
      variable = each.value.variable
      values   = each.value.values
    }
  }
}

resource "aws_iam_role" "partner" {
  for_each = data.aws_iam_policy_document.partner

  assume_role_policy = each.value.json
}

resource "aws_iam_role" "others" {
  assume_role_policy = jsonencode({
    Statement = [
      # One's own account.
      { Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = data.aws_caller_identity.current.account_id } },
      { Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:root" } },
      { Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "arn:aws:iam::${var.account_id}:root" } },
      # Somebody in particular.
      { Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "arn:aws:iam::210987654321:role/deploy" } },
      { Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "arn:aws:iam::210987654321:user/deploy" } },
      { Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ec2.amazonaws.com" } },
      # Everyone is for another rule.
      { Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = ["210987654321", "*"] } },
      # Nobody assumes the role with it.
      { Effect = "Allow", Action = "sts:TagSession", Principal = { AWS = "210987654321" } },
      { Effect = "Deny", Action = "sts:AssumeRole", Principal = { AWS = "210987654321" } },
    ]
  })
}

# A Deny for those without MFA.
resource "aws_iam_role" "guarded" {
  assume_role_policy = jsonencode({
    Statement = [
      { Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "210987654321" } },
      {
        Effect    = "Deny"
        Action    = "sts:AssumeRole"
        Principal = "*"
        Condition = { BoolIfExists = { "aws:MultiFactorAuthPresent" = "false" } }
      },
    ]
  })
}

# The account that the provider works in.
provider "aws" {
  alias               = "main"
  allowed_account_ids = ["111122223333"]
}

resource "aws_iam_role" "own_by_provider" {
  provider           = aws.main
  name               = "own-by-provider"
  assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "arn:aws:iam::111122223333:root" } }] })
}
