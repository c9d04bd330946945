# Conditions that keep strangers out.
data "aws_iam_policy_document" "narrowed" {
  for_each = {
    Org      = { test = "StringEquals", variable = "aws:PrincipalOrgID", values = ["o-a1b2c3d4e5"] }
    Unknown  = { test = "StringEquals", variable = "aws:PrincipalOrgID", values = [var.organization] }
    Paths    = { test = "ForAnyValue:StringLike", variable = "aws:PrincipalOrgPaths", values = ["o-a1b2c3d4e5/r-ab12/*"] }
    Account  = { test = "StringEquals", variable = "aws:PrincipalAccount", values = ["123456789012"] }
    Role     = { test = "ArnLike", variable = "aws:PrincipalArn", values = ["arn:aws:iam::123456789012:role/aws-reserved/*"] }
    Endpoint = { test = "StringEquals", variable = "aws:SourceVpce", values = ["vpce-1a2b3c4d"] }
    Office   = { test = "IpAddress", variable = "aws:SourceIp", values = ["203.0.113.0/24"] }
    External = { test = "StringEquals", variable = "sts:ExternalId", values = [var.external_id] }
  }

  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "AWS"
      identifiers = ["*"]
    }
    condition {
      test     = each.value.test
      variable = each.value.variable
      values   = each.value.values
    }
  }
}

variable "organization" {}

variable "external_id" {}

resource "aws_iam_role" "narrowed" {
  for_each = data.aws_iam_policy_document.narrowed

  assume_role_policy = each.value.json
}

resource "aws_iam_role" "named" {
  assume_role_policy = jsonencode({
    Statement = [
      { Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ecs-tasks.amazonaws.com" } },
      { Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = ["123456789012", "arn:aws:iam::210987654321:root"] } },
      { Effect = "Deny", Action = "sts:AssumeRole", Principal = "*" },
      # Identity providers are for another rule.
      {
        Effect    = "Allow"
        Action    = "sts:AssumeRoleWithWebIdentity"
        Principal = { Federated = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" }
      },
      {
        Effect    = "Allow"
        Action    = "sts:AssumeRoleWithWebIdentity"
        Principal = { Federated = "*" }
        Condition = { StringEquals = { "token.actions.githubusercontent.com:sub" = "repo:org/app:ref:refs/heads/main" } }
      },
      # Nobody assumes the role with it.
      { Effect = "Allow", Action = "sts:TagSession", Principal = { AWS = "*" } },
    ]
  })
}

# A Deny keeps out those who don't belong.
resource "aws_iam_role" "guarded" {
  assume_role_policy = jsonencode({
    Statement = [
      { Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "*" } },
      { Effect = "Deny", Action = "sts:*", Principal = "*", Condition = { StringNotEquals = { "aws:PrincipalOrgID" = "o-a1b2c3d4e5" } } },
    ]
  })
}

resource "aws_iam_role" "guarded_by_name" {
  assume_role_policy = jsonencode({
    Statement = [
      { Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "*" } },
      { Effect = "Deny", Action = "sts:AssumeRole", NotPrincipal = { AWS = "arn:aws:iam::123456789012:root" } },
    ]
  })
}

# No trust policies.
resource "aws_s3_bucket_policy" "public" {
  bucket = "public"
  policy = data.aws_iam_policy_document.public.json
}

data "aws_iam_policy_document" "public" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }
  }
}

resource "aws_vpc_endpoint" "sts" {
  vpc_id       = "vpc-1"
  service_name = "com.amazonaws.eu-west-1.sts"
  policy       = data.aws_iam_policy_document.endpoint.json
}

data "aws_iam_policy_document" "endpoint" {
  statement {
    actions   = ["sts:AssumeRole"]
    resources = ["*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }
  }
}

module "endpoint" {
  source  = "example.com/endpoint/aws"
  version = "1.0.0"

  policy = data.aws_iam_policy_document.endpoint.json
}

resource "aws_iam_role" "not_made" {
  count = 0

  assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = "*" }] })
}
