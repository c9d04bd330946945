data "aws_caller_identity" "current" {}

locals {
  environments = { dev = "111111111111", production = "222222222222" }
}

# One's own account beside others.
resource "aws_iam_role" "heredoc" {
  # expect-below notice: aws_iam_role.heredoc lets whomever the administrators of account 210987654321 choose assume the role; unless it is your own, name a role of it, or add a condition such as sts:ExternalId; at line 19, Statement[0].Principal.AWS[1]
  assume_role_policy = <<EOF
{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": {
        "AWS": [
          "arn:aws:iam::${data.aws_caller_identity.current.account_id}:root",
          "210987654321"
        ]
      },
      "Action": "sts:AssumeRole"
    }
  ]
}
EOF
}

# Accounts of a local: one finding a statement.
resource "aws_iam_role" "environments" {
  assume_role_policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Action    = ["sts:AssumeRole", "sts:TagSession"]
      Principal = { AWS = [for name, id in local.environments : "arn:aws:iam::${id}:root"] } # expect notice: aws_iam_role.environments lets whomever the administrators of accounts 111111111111, 222222222222 choose assume the role; unless it is your own, name a role of it, or add a condition such as sts:ExternalId
    }]
  })
}

# Conditions that keep nobody out.
resource "aws_iam_role" "conditions" {
  assume_role_policy = jsonencode({
    Statement = [
      {
        Sid       = "MFAIfExists"
        Effect    = "Allow"
        Action    = "sts:AssumeRole"
        Principal = { AWS = "arn:aws:iam::210987654321:root" } # expect notice: statement "MFAIfExists" of aws_iam_role.conditions lets whomever the administrators of account 210987654321 choose assume the role; unless it is your own, name a role of it, or add a condition such as sts:ExternalId
        Condition = { BoolIfExists = { "aws:MultiFactorAuthPresent" = "true" } }
      },
      {
        Sid       = "AnyID"
        Effect    = "Allow"
        Action    = "sts:AssumeRole"
        Principal = { AWS = "arn:aws:iam::210987654321:root" } # expect notice: statement "AnyID" of aws_iam_role.conditions lets whomever the administrators of account 210987654321 choose assume the role; unless it is your own, name a role of it, or add a condition such as sts:ExternalId
        Condition = { StringLike = { "sts:ExternalId" = "*" } }
      },
      {
        Sid       = "SameAccount"
        Effect    = "Allow"
        Action    = "sts:AssumeRole"
        Principal = { AWS = "arn:aws:iam::210987654321:root" } # expect notice: statement "SameAccount" of aws_iam_role.conditions lets whomever the administrators of account 210987654321 choose assume the role; unless it is your own, name a role of it, or add a condition such as sts:ExternalId
        Condition = { StringEquals = { "aws:PrincipalAccount" = "210987654321" } }
      },
    ]
  })
}

# A document for a module.
data "aws_iam_policy_document" "handed_out" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "AWS"
      identifiers = ["210987654321"] # expect notice: data.aws_iam_policy_document.handed_out lets whomever the administrators of account 210987654321 choose assume the role; unless it is your own, name a role of it, or add a condition such as sts:ExternalId
    }
  }
}

module "role" {
  source  = "example.com/role/aws"
  version = "1.0.0"

  trust_policy = data.aws_iam_policy_document.handed_out.json
}
