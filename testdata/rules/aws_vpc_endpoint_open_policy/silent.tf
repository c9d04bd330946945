data "aws_caller_identity" "current" {}

# Only principals of the own account, and the layers of images.
resource "aws_vpc_endpoint" "s3" {
  vpc_id       = "vpc-1"
  service_name = "com.amazonaws.eu-west-1.s3"
  policy       = data.aws_iam_policy_document.s3.json
}

data "aws_iam_policy_document" "s3" {
  statement {
    actions   = ["s3:*"]
    resources = ["*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }
    condition {
      test     = "StringEquals"
      variable = "aws:PrincipalAccount"
      values   = [data.aws_caller_identity.current.account_id]
    }
  }
  statement {
    actions   = ["s3:GetObject"]
    resources = ["arn:aws:s3:::prod-eu-west-1-starport-layer-bucket/*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }
  }
}

# A Deny keeps out what is not the organization's.
resource "aws_vpc_endpoint" "ecr" {
  for_each = toset(["ecr.api", "ecr.dkr"])

  vpc_id       = "vpc-1"
  service_name = "com.amazonaws.eu-west-1.${each.key}"
  policy = jsonencode({
    Statement = [
      { Effect = "Allow", Principal = "*", Action = "*", Resource = "*" },
      { Effect = "Deny", Principal = "*", Action = "*", Resource = "*", Condition = { StringNotEqualsIfExists = { "aws:ResourceOrgID" = "o-a1b2c3d4e5" } } },
    ]
  })
}

# Everything with single things, and single things with everything.
resource "aws_vpc_endpoint" "logs" {
  vpc_id       = "vpc-1"
  service_name = "com.amazonaws.eu-west-1.logs"
  policy = jsonencode({
    Statement = [
      { Effect = "Allow", Principal = "*", Action = "logs:*", Resource = "arn:aws:logs:eu-west-1:123456789012:*" },
      { Effect = "Allow", Principal = "*", Action = "logs:DescribeLogGroups", Resource = "*" },
      { Effect = "Allow", Principal = { AWS = "arn:aws:iam::123456789012:root" }, Action = "*", Resource = "*" },
    ]
  })
}

# The policy is a resource of its own.
resource "aws_vpc_endpoint" "secretsmanager" {
  vpc_id       = "vpc-1"
  service_name = "com.amazonaws.eu-west-1.secretsmanager"
}

resource "aws_vpc_endpoint_policy" "secretsmanager" {
  vpc_endpoint_id = aws_vpc_endpoint.secretsmanager.id
  policy          = data.aws_iam_policy_document.s3.json
}

resource "aws_vpc_endpoint" "each" {
  for_each = toset(["com.amazonaws.eu-west-1.ecs", "com.amazonaws.eu-west-1.ssm"])

  vpc_id       = "vpc-1"
  service_name = each.key
}

resource "aws_vpc_endpoint_policy" "each" {
  for_each = aws_vpc_endpoint.each

  vpc_endpoint_id = each.value.id
  policy          = data.aws_iam_policy_document.s3.json
}

# A module that gets the endpoint may give it a policy.
resource "aws_vpc_endpoint" "handed" {
  vpc_id       = "vpc-1"
  service_name = "com.amazonaws.eu-west-1.s3"
}

module "policy" {
  source   = "example.com/endpoint-policy/aws"
  version  = "1.0.0"
  endpoint = aws_vpc_endpoint.handed.id
}

# Channels of agents, other services, and services of others.
resource "aws_vpc_endpoint" "others" {
  for_each = toset(["ecs-agent", "ecs-telemetry", "ssmmessages", "ec2messages", "kms", "dynamodb", "s3tables"])

  vpc_id       = "vpc-1"
  service_name = "com.amazonaws.eu-west-1.${each.key}"
}

resource "aws_vpc_endpoint" "partner" {
  vpc_id            = "vpc-1"
  vpc_endpoint_type = "Interface"
  service_name      = "com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef0"
}

# There is none.
resource "aws_vpc_endpoint" "none" {
  count = 0

  vpc_id       = "vpc-1"
  service_name = "com.amazonaws.eu-west-1.s3"
}
