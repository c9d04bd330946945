# Conditions that name nobody.
locals {
  github = "token.actions.githubusercontent.com"
}

resource "aws_iam_role" "claims" {
  assume_role_policy = jsonencode({
    Statement = [
      {
        Sid       = "Branch"
        Effect    = "Allow"
        Action    = "sts:AssumeRoleWithWebIdentity"
        Principal = { Federated = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" } # expect error: statement "Branch" of aws_iam_role.claims lets any repository on GitHub assume the role; add a condition on token.actions.githubusercontent.com:sub
        Condition = { StringEquals = { "${local.github}:aud" = "sts.amazonaws.com", "${local.github}:ref" = "refs/heads/main" } }
      },
      {
        Sid       = "Not"
        Effect    = "Allow"
        Action    = "sts:AssumeRoleWithWebIdentity"
        Principal = { Federated = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" } # expect error: statement "Not" of aws_iam_role.claims lets any repository on GitHub assume the role; add a condition on token.actions.githubusercontent.com:sub
        Condition = { StringNotLike = { "${local.github}:sub" = "repo:evil/*" } }
      },
      {
        Sid       = "Null"
        Effect    = "Allow"
        Action    = "sts:AssumeRoleWithWebIdentity"
        Principal = { Federated = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" } # expect error: statement "Null" of aws_iam_role.claims lets any repository on GitHub assume the role; add a condition on token.actions.githubusercontent.com:sub
        Condition = { Null = { "${local.github}:sub" = "false" } }
      },
      {
        Sid       = "Workflow"
        Effect    = "Allow"
        Action    = "sts:AssumeRoleWithWebIdentity"
        Principal = { Federated = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" } # expect error: statement "Workflow" of aws_iam_role.claims lets any repository on GitHub assume the role; add a condition on token.actions.githubusercontent.com:sub
        Condition = { StringLike = { "${local.github}:job_workflow_ref" = "*/.github/workflows/deploy.yml@refs/heads/main" } }
      },
      # A Deny for somebody else.
      {
        Sid       = "Deny"
        Effect    = "Deny"
        Action    = "sts:AssumeRoleWithWebIdentity"
        Principal = { Federated = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" }
        Condition = { StringLike = { "${local.github}:sub" = "repo:evil/*" } }
      },
    ]
  })
}
