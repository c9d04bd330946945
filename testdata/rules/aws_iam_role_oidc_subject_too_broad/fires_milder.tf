variable "issuer" {}

resource "aws_iam_role" "milder" {
  assume_role_policy = jsonencode({
    Statement = [
      # Whoever can make a service account of that name in a namespace of their own.
      {
        Sid       = "AnyNamespace"
        Effect    = "Allow"
        Action    = "sts:AssumeRoleWithWebIdentity"
        Principal = { Federated = "arn:aws:iam::123456789012:oidc-provider/${var.issuer}" }
        Condition = {
          StringEquals = { "${var.issuer}:aud" = "sts.amazonaws.com" }
          StringLike   = { "${var.issuer}:sub" = "system:serviceaccount:*:app" } # expect warning: statement "AnyNamespace" of aws_iam_role.milder takes any subject like "system:serviceaccount:*:app", which service accounts in every namespace have; name the namespace
        }
      },
      # An operator that is true when there is no such key.
      {
        Sid       = "AllValues"
        Effect    = "Allow"
        Action    = "sts:AssumeRoleWithWebIdentity"
        Principal = { Federated = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" }
        Condition = {
          StringEquals              = { "token.actions.githubusercontent.com:aud" = "sts.amazonaws.com" }
          "ForAllValues:StringLike" = { "token.actions.githubusercontent.com:sub" = "repo:acme/app:*" } # expect warning: statement "AllValues" of aws_iam_role.milder has a condition on the subject that a token without one passes, so that it may keep nobody out; write StringEquals or StringLike instead
        }
      },
    ]
  })
}
