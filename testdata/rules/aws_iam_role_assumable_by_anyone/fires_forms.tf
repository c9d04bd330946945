resource "aws_iam_role" "star" {
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "Everyone"
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = "*" # expect error: statement "Everyone" of aws_iam_role.star lets anyone in any AWS account assume the role; name the accounts or roles as principals, or add a condition such as aws:PrincipalOrgID
    }]
  })
}

resource "aws_iam_role" "heredoc" {
  # expect-below error: aws_iam_role.heredoc lets anyone in any AWS account assume the role; name the accounts or roles as principals, or add a condition such as aws:PrincipalOrgID; at line 20, Statement.Principal.AWS[1]
  assume_role_policy = <<EOF
{
  "Statement": {
    "Effect": "Allow",
    "Action": ["sts:AssumeRole", "sts:TagSession"],
    "Principal": {"AWS": ["arn:aws:iam::${data.aws_caller_identity.current.account_id}:root", "*"]}
  }
}
EOF
}

data "aws_caller_identity" "current" {}

resource "aws_iam_role" "federated" {
  assume_role_policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRoleWithWebIdentity", Principal = { Federated = "*" } }] # expect error: aws_iam_role.federated lets whoever logs in with any identity provider assume the role; name the provider, and a condition on its subject
  })
}

resource "aws_iam_role" "all_but" {
  assume_role_policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = "sts:*", NotPrincipal = { AWS = "arn:aws:iam::123456789012:root" } }] # expect error: aws_iam_role.all_but lets everyone assume the role but those that NotPrincipal names; name the accounts or roles as principals
  })
}

resource "aws_iam_role" "second" {
  assume_role_policy = jsonencode({
    Statement = [
      { Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ecs-tasks.amazonaws.com" } },
      { Effect = "Allow", Action = "STS:assumerole", Principal = { AWS = "*" } }, # expect error: statement 2 of aws_iam_role.second lets anyone in any AWS account assume the role; name the accounts or roles as principals, or add a condition such as aws:PrincipalOrgID
    ]
  })
}

# Two roles, one document: one finding.
data "aws_iam_policy_document" "shared" {
  count = 1

  statement {
    sid     = "Shared"
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["ecs-tasks.amazonaws.com"]
    }
    principals {
      type        = "*"
      identifiers = ["*"] # expect error: statement "Shared" of data.aws_iam_policy_document.shared lets anyone in any AWS account assume the role; name the accounts or roles as principals, or add a condition such as aws:PrincipalOrgID
    }
  }
}

resource "aws_iam_role" "one" {
  assume_role_policy = data.aws_iam_policy_document.shared[0].json
}

resource "aws_iam_role" "two" {
  assume_role_policy = one(data.aws_iam_policy_document.shared[*].json)
}

# A document that goes to a module: nothing but a trust policy has such an action, principals and no resources.
data "aws_iam_policy_document" "module" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "AWS"
      identifiers = ["*"] # expect error: data.aws_iam_policy_document.module lets anyone in any AWS account assume the role; name the accounts or roles as principals, or add a condition such as aws:PrincipalOrgID
    }
  }
}

module "role" {
  source  = "example.com/role/aws"
  version = "1.0.0"

  trust_policy = data.aws_iam_policy_document.module.json
}
