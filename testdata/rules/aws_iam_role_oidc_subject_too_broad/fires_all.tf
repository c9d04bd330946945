# Notices in the preset "all".
resource "aws_iam_role" "organization" {
  assume_role_policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" }
      Condition = {
        StringEquals = { "token.actions.githubusercontent.com:aud" = "sts.amazonaws.com" }
        StringLike   = { "token.actions.githubusercontent.com:sub" = "repo:acme/*" } # expect notice: aws_iam_role.organization takes any subject like "repo:acme/*", which everything of the organization has; name what needs the role
      }
    }]
  })
}

resource "aws_iam_role" "circleci" {
  assume_role_policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = aws_iam_openid_connect_provider.circleci.arn } # expect notice: aws_iam_role.circleci lets any project of the organization on CircleCI assume the role; add a condition on the provider's :sub
    }]
  })
}

variable "circleci_organization" {}

resource "aws_iam_openid_connect_provider" "circleci" {
  url            = "https://oidc.circleci.com/org/${var.circleci_organization}"
  client_id_list = [var.circleci_organization]
}

resource "aws_iam_role" "audience" {
  assume_role_policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" } # expect notice: aws_iam_role.audience does not say for which audience a token has to be made; add a condition on token.actions.githubusercontent.com:aud
      Condition = { StringEquals = { "token.actions.githubusercontent.com:sub" = "repo:acme/app:environment:production" } }
    }]
  })
}

resource "aws_iam_role" "fine" {
  assume_role_policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" }
      Condition = {
        StringEquals = {
          "token.actions.githubusercontent.com:aud" = "sts.amazonaws.com"
          "token.actions.githubusercontent.com:sub" = "repo:acme/app:environment:production"
        }
      }
    }]
  })
}
