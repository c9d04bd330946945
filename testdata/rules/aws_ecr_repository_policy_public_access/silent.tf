resource "aws_ecr_repository_policy" "named" {
  repository = "named"
  policy = jsonencode({
    Statement = [
      { Effect = "Allow", Action = ["ecr:BatchGetImage"], Principal = { AWS = ["123456789012", "arn:aws:iam::210987654321:root"] } },
      { Effect = "Allow", Action = ["ecr:BatchGetImage"], Principal = { Service = "lambda.amazonaws.com" } },
      { Effect = "Deny", Action = ["ecr:*"], Principal = "*" },
    ]
  })
}

# Conditions that keep strangers out.
resource "aws_ecr_repository_policy" "conditions" {
  repository = "conditions"
  policy = jsonencode({
    Statement = [
      { Effect = "Allow", Action = ["ecr:BatchGetImage"], Principal = "*", Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-a1b2c3d4e5" } } },
      { Effect = "Allow", Action = ["ecr:BatchGetImage"], Principal = "*", Condition = { StringEquals = { "aws:PrincipalOrgID" = var.organization } } },
      { Effect = "Allow", Action = ["ecr:BatchGetImage"], Principal = "*", Condition = { "ForAnyValue:StringLike" = { "aws:PrincipalOrgPaths" = ["o-a1b2c3d4e5/*"] } } },
      { Effect = "Allow", Action = ["ecr:BatchGetImage"], Principal = "*", Condition = { StringEquals = { "aws:SourceAccount" = "123456789012" } } },
      { Effect = "Allow", Action = ["ecr:BatchGetImage"], Principal = "*", Condition = { StringEquals = { "aws:SourceVpce" = "vpce-1a2b3c4d" } } },
      { Effect = "Allow", Action = ["ecr:BatchGetImage"], Principal = "*", Condition = { ArnLike = { "aws:SourceArn" = "arn:aws:lambda:eu-west-1:123456789012:function:*" } } },
      { Effect = "Allow", Action = ["ecr:BatchGetImage"], Principal = "*", Condition = { ArnLike = { "aws:PrincipalArn" = "arn:aws:iam::123456789012:role/*" } } },
      { Effect = "Allow", Action = ["ecr:BatchGetImage"], Principal = "*", Condition = { IpAddress = { "aws:SourceIp" = "203.0.113.0/24" } } },
      { Effect = "Allow", Action = ["ecr:BatchGetImage"], Principal = "*", Condition = { Bool = { "aws:SecureTransport" = "true" }, StringEquals = { "aws:SourceVpc" = "vpc-1" } } },
    ]
  })
}

variable "organization" {}

# A Deny keeps out those who don't belong.
resource "aws_ecr_repository_policy" "guarded" {
  repository = "guarded"
  policy     = data.aws_iam_policy_document.guarded.json
}

data "aws_iam_policy_document" "guarded" {
  statement {
    actions = ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]
    principals {
      type        = "AWS"
      identifiers = ["*"]
    }
  }
  statement {
    effect  = "Deny"
    actions = ["ecr:*"]
    principals {
      type        = "AWS"
      identifiers = ["*"]
    }
    condition {
      test     = "StringNotEquals"
      variable = "aws:PrincipalOrgID"
      values   = ["o-a1b2c3d4e5"]
    }
  }
}

# Public repositories are there for everyone to pull from.
resource "aws_ecrpublic_repository_policy" "public" {
  repository_name = "public"
  policy = jsonencode({
    Statement = [
      { Effect = "Allow", Action = ["ecr-public:BatchGetImage", "ecr-public:GetDownloadUrlForLayer", "ecr-public:Describe*"], Principal = "*" },
      { Effect = "Allow", Action = ["ecr-public:PutImage"], Principal = { AWS = "123456789012" } },
    ]
  })
}

# An endpoint's policy is for everyone who gets there.
resource "aws_vpc_endpoint" "ecr" {
  vpc_id       = "vpc-1"
  service_name = "com.amazonaws.eu-west-1.ecr.dkr"
  policy       = data.aws_iam_policy_document.endpoint.json
}

module "endpoint" {
  source  = "example.com/endpoints/aws"
  version = "1.0.0"

  policies = { ecr = data.aws_iam_policy_document.endpoint.json }
}

data "aws_iam_policy_document" "endpoint" {
  statement {
    actions   = ["ecr:*"]
    resources = ["*"]
    principals {
      type        = "AWS"
      identifiers = ["*"]
    }
  }
}

# The registry has a rule of its own.
resource "aws_ecr_registry_policy" "open" {
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = ["ecr:ReplicateImage"], Principal = "*", Resource = "*" }]
  })
}
