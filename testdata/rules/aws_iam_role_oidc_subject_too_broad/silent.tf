locals {
  github   = "token.actions.githubusercontent.com"
  provider = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com"
}

# Conditions of which each is enough.
data "aws_iam_policy_document" "github" {
  for_each = {
    Branch       = { test = "StringEquals", claim = "sub", values = ["repo:acme/app:ref:refs/heads/main"] }
    Environment  = { test = "StringEquals", claim = "sub", values = ["repo:acme/app:environment:production", "repo:acme/web:environment:production"] }
    Repository   = { test = "StringLike", claim = "sub", values = ["repo:acme/app:*"] }
    Repositories = { test = "StringLike", claim = "sub", values = ["repo:acme/app-*:ref:refs/heads/main"] }
    Organization = { test = "StringLike", claim = "sub", values = ["repo:acme/*"] } # a notice in the preset "all"
    AnyValue     = { test = "ForAnyValue:StringLike", claim = "sub", values = ["repo:acme/app:*"] }
    Immutable    = { test = "StringLike", claim = "sub", values = ["repo:acme@*/app@*:ref:refs/heads/main"] }
    Number       = { test = "StringLike", claim = "sub", values = ["repo:*@16510534/*@135678673:ref:refs/heads/main"] }
    Literal      = { test = "StringEquals", claim = "sub", values = ["repo:*"] } # no wildcard there: it lets nobody in
    Unknown      = { test = "StringLike", claim = "sub", values = [var.subject] }
    Part         = { test = "StringLike", claim = "sub", values = ["repo:${var.repository}:*"] }
    Owner        = { test = "StringLike", claim = "sub", values = ["repo:${var.owner}/*"] }
    Claim        = { test = "StringEquals", claim = "repository", values = ["acme/app"] }
    ID           = { test = "StringEquals", claim = "repository_id", values = [var.repository_id] }
    Enterprise   = { test = "StringEquals", claim = "enterprise_id", values = ["1"] }
    Workflow     = { test = "StringLike", claim = "job_workflow_ref", values = ["acme/deploy/.github/workflows/*"] }
  }

  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]

    principals {
      type        = "Federated"
      identifiers = [local.provider]
    }
    condition {
      test     = "StringEquals"
      variable = "${local.github}:aud"
      values   = ["sts.amazonaws.com"]
    }
    condition {
      test     = each.value.test
      variable = "${local.github}:${each.value.claim}"
      values   = each.value.values
    }
  }
}

variable "subject" {}
variable "repository" {}
variable "repository_id" {}
variable "owner" {}

resource "aws_iam_role" "github" {
  for_each = data.aws_iam_policy_document.github

  assume_role_policy = each.value.json
}

# Service accounts.
resource "aws_iam_role" "pods" {
  for_each = toset(["system:serviceaccount:web:app", "system:serviceaccount:web:*", "system:serviceaccount:web-*:*", "system:serviceaccount:kube-system:aws-*"])

  assume_role_policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = aws_iam_openid_connect_provider.eks.arn }
      Condition = {
        StringEquals = { "${local.issuer}:aud" = "sts.amazonaws.com" }
        StringLike   = { "${local.issuer}:sub" = each.value }
      }
    }]
  })
}

locals {
  issuer = replace(aws_iam_openid_connect_provider.eks.url, "https://", "")
}

resource "aws_iam_openid_connect_provider" "eks" {
  url            = aws_eks_cluster.main.identity[0].oidc[0].issuer
  client_id_list = ["sts.amazonaws.com"]
}

resource "aws_eks_cluster" "main" {
  name     = "main"
  role_arn = "arn:aws:iam::123456789012:role/cluster"

  vpc_config {
    subnet_ids = ["subnet-1", "subnet-2"]
  }
}

resource "aws_iam_role" "others" {
  assume_role_policy = jsonencode({
    Statement = [
      # Where the token comes from, or its tags.
      {
        Effect    = "Allow"
        Action    = "sts:AssumeRoleWithWebIdentity"
        Principal = { Federated = local.provider }
        Condition = { IpAddress = { "aws:SourceIp" = "203.0.113.0/24" } }
      },
      {
        Effect    = "Allow"
        Action    = "sts:AssumeRoleWithWebIdentity"
        Principal = { Federated = "arn:aws:iam::123456789012:oidc-provider/agent.buildkite.com" }
        Condition = { StringEquals = { "aws:RequestTag/organization_id" = "0185c2a5" } }
      },
      # All conditions have to be met.
      {
        Effect    = "Allow"
        Action    = "sts:AssumeRoleWithWebIdentity"
        Principal = { Federated = local.provider }
        Condition = {
          StringLike                 = { "${local.github}:sub" = "*:environment:production" }
          "ForAnyValue:StringEquals" = { "${local.github}:sub" = ["repo:acme/app:environment:production"] }
        }
      },
      {
        Effect    = "Allow"
        Action    = "sts:AssumeRoleWithWebIdentity"
        Principal = { Federated = local.provider }
        Condition = {
          "ForAllValues:StringLike" = { "${local.github}:sub" = "repo:acme/app:*" }
          Null                      = { "${local.github}:sub" = "false" }
        }
      },
      # Other claims than the subject tell whose a token is.
      {
        Effect    = "Allow"
        Action    = "sts:AssumeRoleWithWebIdentity"
        Principal = { Federated = "cognito-identity.amazonaws.com" }
        Condition = { StringEquals = { "cognito-identity.amazonaws.com:aud" = "eu-west-1:1" } }
      },
      {
        Effect    = "Allow"
        Action    = "sts:AssumeRoleWithWebIdentity"
        Principal = { Federated = "accounts.google.com" }
        Condition = { StringEquals = { "accounts.google.com:aud" = "66677788899900pro0" } }
      },
      # The client that people log in to.
      {
        Effect    = "Allow"
        Action    = "sts:AssumeRoleWithWebIdentity"
        Principal = { Federated = "arn:aws:iam::123456789012:oidc-provider/login.example.com" }
        Condition = { StringEquals = { "login.example.com:aud" = "0oa1b2c3" } }
      },
      # SAML.
      {
        Effect    = "Allow"
        Action    = "sts:AssumeRoleWithSAML"
        Principal = { Federated = "arn:aws:iam::123456789012:saml-provider/adfs" }
        Condition = { StringEquals = { "SAML:aud" = "https://signin.aws.amazon.com/saml" } }
      },
      # One organization's builds: a notice in the preset "all".
      {
        Effect    = "Allow"
        Action    = "sts:AssumeRoleWithWebIdentity"
        Principal = { Federated = "arn:aws:iam::123456789012:oidc-provider/oidc.circleci.com/org/2f1c3b44" }
      },
      # For everyone: another rule's.
      { Effect = "Allow", Action = "sts:AssumeRoleWithWebIdentity", Principal = { Federated = "*" } },
      # Nobody assumes the role with it, or it is denied.
      { Effect = "Allow", Action = "sts:TagSession", Principal = { Federated = local.provider } },
      { Effect = "Deny", Action = "sts:AssumeRoleWithWebIdentity", Principal = { Federated = local.provider } },
    ]
  })
}

# A Deny keeps the others out.
resource "aws_iam_role" "guarded" {
  assume_role_policy = jsonencode({
    Statement = [
      { Effect = "Allow", Action = "sts:AssumeRoleWithWebIdentity", Principal = { Federated = local.provider } },
      {
        Effect    = "Deny"
        Action    = "sts:*"
        Principal = "*"
        Condition = { StringNotLike = { "${local.github}:sub" = "repo:acme/app:*" } }
      },
    ]
  })
}

resource "aws_iam_role" "not_made" {
  count = 0

  assume_role_policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRoleWithWebIdentity", Principal = { Federated = local.provider } }]
  })
}
