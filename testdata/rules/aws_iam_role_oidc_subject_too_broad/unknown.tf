variable "provider_arn" {}
variable "issuer" {}
variable "audience" {}
variable "subjects" {}
variable "claim" {}
variable "conditions" {}
variable "wide" {}

locals {
  provider = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com"
}

resource "aws_iam_role" "unknown" {
  assume_role_policy = jsonencode({
    Statement = [
      {
        Effect    = "Allow"
        Action    = "sts:AssumeRoleWithWebIdentity"
        Principal = { Federated = var.provider_arn }
        Condition = { StringLike = { "${var.issuer}:sub" = var.subjects } }
      },
      # A key of which the end is not known may be the subject's.
      {
        Effect    = "Allow"
        Action    = "sts:AssumeRoleWithWebIdentity"
        Principal = { Federated = local.provider }
        Condition = { StringEquals = { "${var.issuer}${var.claim}" = "system:serviceaccount:web:app" } }
      },
      {
        Effect    = "Allow"
        Action    = "sts:AssumeRoleWithWebIdentity"
        Principal = { Federated = local.provider }
        Condition = { StringEquals = { (var.claim) = "acme" } }
      },
      # An audience that is not known may be a client of one's own.
      {
        Effect    = "Allow"
        Action    = "sts:AssumeRoleWithWebIdentity"
        Principal = { Federated = var.provider_arn }
        Condition = { StringEquals = { "${var.issuer}:aud" = var.audience } }
      },
      {
        Effect    = "Allow"
        Action    = "sts:AssumeRoleWithWebIdentity"
        Principal = { Federated = local.provider }
        Condition = var.conditions
      },
      {
        Effect    = "Allow"
        Action    = "sts:AssumeRoleWithWebIdentity"
        Principal = { Federated = local.provider }
        Condition = { StringLike = { "token.actions.githubusercontent.com:sub" = var.wide ? "repo:*" : "repo:acme/app:*" } }
      },
      { Effect = var.claim, Action = "sts:AssumeRoleWithWebIdentity", Principal = { Federated = local.provider } },
      { Effect = "Allow", Action = var.claim, Principal = { Federated = local.provider } },
      { Effect = "Allow", Action = "sts:AssumeRoleWithWebIdentity", Principal = var.provider_arn },
      { Effect = "Allow", Action = "sts:AssumeRoleWithWebIdentity", Principal = { (var.claim) = local.provider } },
    ]
  })
}

data "aws_iam_policy_document" "unknown" {
  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]

    principals {
      type        = "Federated"
      identifiers = [local.provider]
    }

    dynamic "condition" {
      for_each = var.conditions

      content {
        test     = condition.value.test
        variable = condition.value.variable
        values   = condition.value.values
      }
    }
  }
  # Two blocks that may be about one key.
  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]

    principals {
      type        = "Federated"
      identifiers = [var.provider_arn]
    }
    condition {
      test     = "StringLike"
      variable = "${var.issuer}:sub"
      values   = ["system:serviceaccount:*:*"]
    }
    condition {
      test     = "StringLike"
      variable = var.claim
      values   = ["system:serviceaccount:web:app"]
    }
  }
}

resource "aws_iam_role" "document" {
  assume_role_policy = data.aws_iam_policy_document.unknown.json
}

resource "aws_iam_role" "whole" {
  assume_role_policy = var.conditions
}
