data "aws_caller_identity" "current" {}

data "aws_eks_cluster" "main" {
  name = "main"
}

locals {
  issuer     = trimprefix(data.aws_eks_cluster.main.identity[0].oidc[0].issuer, "https://")
  repository = "repo:*"
  github     = "token.actions.githubusercontent.com"
}

# A heredoc, with the key of a condition that is known in part.
resource "aws_iam_role" "heredoc" {
  # expect-below error: aws_iam_role.heredoc takes any subject like "system:serviceaccount:*:*", which every pod of the cluster has; name the one that needs the role; at line 28, Statement[0].Condition.StringLike.…:sub
  assume_role_policy = <<EOF
{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": {
        "Federated": "arn:aws:iam::${data.aws_caller_identity.current.account_id}:oidc-provider/${local.issuer}"
      },
      "Action": "sts:AssumeRoleWithWebIdentity",
      "Condition": {
        "StringEquals": { "${local.issuer}:aud": "sts.amazonaws.com" },
        "StringLike": { "${local.issuer}:sub": "system:serviceaccount:*:*" }
      }
    }
  ]
}
EOF
}

# The widest value counts, wherever it stands, and so does the worst statement.
resource "aws_iam_role" "order" {
  assume_role_policy = jsonencode({
    Statement = [
      {
        Effect    = "Allow"
        Action    = "sts:AssumeRole"
        Principal = { Service = "ec2.amazonaws.com" }
      },
      {
        Sid       = "Fine"
        Effect    = "Allow"
        Action    = "sts:AssumeRoleWithWebIdentity"
        Principal = { Federated = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" }
        Condition = {
          StringEquals = { "${local.github}:aud" = "sts.amazonaws.com", "${local.github}:sub" = "repo:acme/app:environment:production" }
        }
      },
      {
        Sid       = "Wide"
        Effect    = "Allow"
        Action    = ["sts:AssumeRoleWithWebIdentity", "sts:TagSession"]
        Principal = { Federated = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" }
        Condition = {
          StringEquals = { "${local.github}:aud" = "sts.amazonaws.com" }
          StringLike = {
            "${local.github}:sub" = [
              "repo:acme/app:*",
              "repo:*:ref:refs/heads/main", # expect error: statement "Wide" of aws_iam_role.order takes any subject like "repo:*:ref:refs/heads/main", which strangers on GitHub have, too; name the one that needs the role
              local.repository,
            ]
          }
        }
      },
    ]
  })
}

# Dynamic blocks.
data "aws_iam_policy_document" "dynamic" {
  for_each = { deploy = "gitlab.com" }

  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]

    principals {
      type        = "Federated"
      identifiers = ["arn:aws:iam::${data.aws_caller_identity.current.account_id}:oidc-provider/${each.value}"]
    }

    dynamic "condition" {
      for_each = {
        sub = "project_path:*:ref_type:branch:ref:main" # expect error: data.aws_iam_policy_document.dynamic takes any subject like "project_path:*:ref_type:branch:ref:main", which strangers on gitlab.com have, too; name the one that needs the role
        aud = "https://gitlab.com"
      }

      content {
        test     = "StringLike"
        variable = "${each.value}:${condition.key}"
        values   = [condition.value]
      }
    }
  }
}

resource "aws_iam_role" "dynamic" {
  for_each = data.aws_iam_policy_document.dynamic

  assume_role_policy = each.value.json
}

# Many roles of one shape, with conditions that are merged.
resource "aws_iam_role" "accounts" {
  for_each = {
    any_pod = "system:serviceaccount:*" # expect error: aws_iam_role.accounts takes any subject like "system:serviceaccount:*", which every pod of the cluster has; name the one that needs the role
    one_app = "system:serviceaccount:web:app"
  }

  assume_role_policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = "arn:aws:iam::123456789012:oidc-provider/${local.issuer}" }
      Condition = {
        StringLike = merge(
          { "${local.issuer}:aud" = "sts.amazonaws.com" },
          { for claim in ["sub"] : "${local.issuer}:${claim}" => each.value },
        )
      }
    }]
  })
}

# A provider of a module from elsewhere: the key of the condition and the subject tell which it is.
module "eks" {
  source  = "terraform-aws-modules/eks/aws"
  version = "21.0.0"
}

module "github" {
  source  = "terraform-aws-modules/iam/aws//modules/iam-oidc-provider"
  version = "6.0.0"
}

resource "aws_iam_role" "module" {
  assume_role_policy = jsonencode({
    Statement = [
      {
        Effect    = "Allow"
        Action    = "sts:AssumeRoleWithWebIdentity"
        Principal = { Federated = module.eks.oidc_provider_arn }
        Condition = {
          StringEquals = { "${module.eks.oidc_provider}:aud" = "sts.amazonaws.com" }
          StringLike   = { "${module.eks.oidc_provider}:sub" = "system:serviceaccount:*:*" } # expect error: statement 1 of aws_iam_role.module takes any subject like "system:serviceaccount:*:*", which every pod of the cluster has; name the one that needs the role
        }
      },
      {
        Effect    = "Allow"
        Action    = "sts:AssumeRoleWithWebIdentity"
        Principal = { Federated = [module.github.arn] } # expect error: statement 2 of aws_iam_role.module lets any repository on GitHub assume the role; add a condition on token.actions.githubusercontent.com:sub
        Condition = { StringEquals = { "token.actions.githubusercontent.com:aud" = "sts.amazonaws.com" } }
      },
      {
        Effect    = "Allow"
        Action    = "sts:AssumeRoleWithWebIdentity"
        Principal = { Federated = module.eks.oidc_provider_arn } # expect error: statement 3 of aws_iam_role.module lets whoever gets a token of the identity provider assume the role; add a condition on the provider's :sub
      },
    ]
  })
}

# A document that goes to a module: nothing but a trust policy has such actions, principals and no resources.
data "aws_iam_policy_document" "handed_out" {
  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]

    principals {
      type        = "Federated"
      identifiers = ["arn:aws:iam::123456789012:oidc-provider/app.terraform.io"]
    }
    condition {
      test     = "StringLike"
      variable = "app.terraform.io:sub"
      values   = ["organization:*:project:*:workspace:*:run_phase:*"] # expect error: data.aws_iam_policy_document.handed_out takes any subject like "organization:*:project:*:workspace:*:run_phase:*", which strangers on HCP Terraform have, too; name the one that needs the role
    }
  }
}

module "role" {
  source  = "example.com/role/aws"
  version = "1.0.0"

  trust_policy = data.aws_iam_policy_document.handed_out.json
}
