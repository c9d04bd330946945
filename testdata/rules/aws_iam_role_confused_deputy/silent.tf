data "aws_caller_identity" "current" {}
data "aws_region" "current" {}

# Conditions of which each is enough.
data "aws_iam_policy_document" "task" {
  for_each = {
    Account  = { test = "StringEquals", variable = "aws:SourceAccount", values = [data.aws_caller_identity.current.account_id] }
    Literal  = { test = "StringEquals", variable = "aws:SourceAccount", values = ["123456789012"] }
    ARN      = { test = "ArnLike", variable = "aws:SourceArn", values = ["arn:aws:ecs:${data.aws_region.current.name}:${data.aws_caller_identity.current.account_id}:*"] }
    Org      = { test = "StringEquals", variable = "aws:SourceOrgID", values = ["o-a1b2c3d4e5"] }
    OrgPaths = { test = "ForAnyValue:StringLike", variable = "aws:SourceOrgPaths", values = ["o-a1b2c3d4e5/r-ab12/*"] }
  }

  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["ecs-tasks.amazonaws.com"]
    }
    condition {
      test     = each.value.test
      variable = each.value.variable
      values   = each.value.values
    }
  }
}

resource "aws_iam_role" "task" {
  for_each = data.aws_iam_policy_document.task

  assume_role_policy = each.value.json
}

# Services that don't say for whom they assume a role, and other principals.
resource "aws_iam_role" "others" {
  assume_role_policy = jsonencode({
    Statement = [
      { Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = ["ec2.amazonaws.com", "ecs.amazonaws.com", "lambda.amazonaws.com"] } },
      { Effect = "Allow", Action = ["sts:AssumeRole", "sts:TagSession"], Principal = { Service = "pods.eks.amazonaws.com" } },
      { Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "arn:aws:iam::123456789012:role/deploy" } },
      { Effect = "Allow", Action = "sts:TagSession", Principal = { Service = "ecs-tasks.amazonaws.com" } },
      { Effect = "Deny", Action = "sts:AssumeRole", Principal = { Service = "ecs-tasks.amazonaws.com" } },
    ]
  })
}

# A Deny for all others.
resource "aws_iam_role" "guarded" {
  assume_role_policy = jsonencode({
    Statement = [
      { Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "codebuild.amazonaws.com" } },
      {
        Effect    = "Deny"
        Action    = "sts:AssumeRole"
        Principal = { Service = "codebuild.amazonaws.com" }
        Condition = { StringNotEquals = { "aws:SourceAccount" = data.aws_caller_identity.current.account_id } }
      },
    ]
  })
}
