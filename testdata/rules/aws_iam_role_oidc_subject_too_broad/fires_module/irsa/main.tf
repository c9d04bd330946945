variable "issuer" {
  type = string
}

variable "subject" {
  type = string
}

locals {
  issuer = replace(var.issuer, "https://", "")
}

data "aws_caller_identity" "current" {}

resource "aws_iam_role" "pod" {
  assume_role_policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:oidc-provider/${local.issuer}" }
      Condition = {
        StringEquals = { "${local.issuer}:aud" = "sts.amazonaws.com" }
        StringLike   = { "${local.issuer}:sub" = var.subject }
      }
    }]
  })
}
