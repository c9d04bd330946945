data "aws_region" "current" {}

# By the data source.
# expect-below notice: aws_vpc_endpoint.ecs has no policy, so that any credentials reach everything in any account through it (ecs); set a policy, with a condition such as aws:PrincipalAccount
resource "aws_vpc_endpoint" "ecs" {
  vpc_id       = "vpc-1"
  service_name = data.aws_vpc_endpoint_service.ecs.service_name
}

data "aws_vpc_endpoint_service" "ecs" {
  service = "ecs"
}

# Of a map, with its policy.
locals {
  endpoints = {
    logs           = { policy = null } # expect notice: aws_vpc_endpoint.map has no policy, so that any credentials reach everything in any account through it (logs); set a policy, with a condition such as aws:PrincipalAccount
    ssm            = { policy = null } # expect notice: aws_vpc_endpoint.map has no policy, so that any credentials reach everything in any account through it (ssm); set a policy, with a condition such as aws:PrincipalAccount
    secretsmanager = { policy = data.aws_iam_policy_document.own.json }
    dynamodb       = { policy = null }
  }
}

resource "aws_vpc_endpoint" "map" {
  for_each = local.endpoints

  vpc_id            = "vpc-1"
  vpc_endpoint_type = "Interface"
  service_name      = "com.amazonaws.${data.aws_region.current.name}.${each.key}"
  policy            = each.value.policy
}

data "aws_iam_policy_document" "own" {
  statement {
    actions   = ["*"]
    resources = ["*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }
    condition {
      test     = "StringEquals"
      variable = "aws:PrincipalAccount"
      values   = ["123456789012"]
    }
  }
}

# In a document; the policy of a resource of its own.
resource "aws_vpc_endpoint" "gateway" {
  vpc_id       = "vpc-1"
  service_name = "com.amazonaws.eu-west-1.s3"
}

resource "aws_vpc_endpoint_policy" "gateway" {
  vpc_endpoint_id = aws_vpc_endpoint.gateway.id
  policy          = data.aws_iam_policy_document.gateway.json
}

data "aws_iam_policy_document" "gateway" {
  statement {
    sid       = "Everything"
    actions   = ["s3:*"]
    resources = ["*"] # expect notice: statement "Everything" of data.aws_iam_policy_document.gateway lets any credentials reach everything in any account through the endpoint (s3); name resources, or add a condition such as aws:PrincipalAccount

    principals {
      type        = "AWS"
      identifiers = ["*"]
    }
  }
}

# A policy that says nothing is the default.
resource "aws_vpc_endpoint" "dkr" {
  vpc_id       = "vpc-1"
  service_name = "com.amazonaws.eu-west-1.ecr.dkr"
}

# expect-below notice: aws_vpc_endpoint_policy.dkr has no policy, so that any credentials reach everything in any account through it (ecr.dkr); set a policy, with a condition such as aws:PrincipalAccount
resource "aws_vpc_endpoint_policy" "dkr" {
  vpc_endpoint_id = aws_vpc_endpoint.dkr.id
}

resource "aws_vpc_endpoint" "heredoc" {
  vpc_id       = "vpc-1"
  service_name = "com.amazonaws.us-gov-west-1.ssm-fips"
  # expect-below notice: statement 1 of aws_vpc_endpoint.heredoc lets any credentials reach everything in any account through the endpoint (ssm); name resources, or add a condition such as aws:PrincipalAccount; at line 92, Statement[0].Resource
  policy = <<EOF
{
  "Statement": [
    {"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "ssm:*", "Resource": "*"},
    {"Effect": "Deny", "Principal": "*", "Action": "ssm:SendCommand", "Resource": "*"}
  ]
}
EOF
}

# One text for several.
resource "aws_vpc_endpoint" "text" {
  for_each = toset(["ecr.api", "ecr.dkr"])

  vpc_id            = "vpc-1"
  vpc_endpoint_type = "Interface"
  service_name      = "com.amazonaws.eu-west-1.${each.key}"
  # expect-below notice: aws_vpc_endpoint.text lets any credentials reach everything in any account through the endpoint (ecr.api, ecr.dkr); name resources, or add a condition such as aws:PrincipalAccount; at line 110, Statement[0].Resource
  policy = <<-JSON
    {
      "Statement": [
        { "Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*" }
      ]
    }
  JSON
}
