data "aws_caller_identity" "current" {}

provider "aws" {
  allowed_account_ids = ["345678901234"]
}

# Pulling, reading and pushing.
resource "aws_ecr_repository_policy" "lists" {
  repository = "lists"
  policy = jsonencode({
    Statement = [
      { Effect = "Allow", Action = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"], Principal = { AWS = ["123456789012", "arn:aws:iam::210987654321:root"] } },
      { Effect = "Allow", Action = ["ecr:BatchGet*", "ecr:Get*", "ecr:Describe*", "ecr:List*"], Principal = { AWS = "123456789012" } },
      { Effect = "Allow", Action = ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"], Principal = { Service = "lambda.amazonaws.com" } },
      # As Lambda's console writes it.
      { Effect = "Allow", Action = ["ecr:BatchGetImage", "ecr:DeleteRepositoryPolicy", "ecr:GetDownloadUrlForLayer", "ecr:GetRepositoryPolicy", "ecr:SetRepositoryPolicy"], Principal = { Service = "lambda.amazonaws.com" } },
      {
        Effect    = "Allow"
        Action    = ["ecr:PutImage", "ecr:InitiateLayerUpload", "ecr:UploadLayerPart", "ecr:CompleteLayerUpload", "ecr:BatchDeleteImage"]
        Principal = { AWS = "arn:aws:iam::123456789012:role/pipeline" }
      },
      { Effect = "Allow", Action = ["ecr:*LayerUpload", "ecr:StartImageScan", "ecr:TagResource"], Principal = { AWS = "arn:aws:iam::123456789012:role/pipeline" } },
      { Effect = "Deny", Action = ["ecr:*"], Principal = { AWS = "arn:aws:iam::123456789012:role/guest" }, Condition = { Bool = { "aws:MultiFactorAuthPresent" = "false" } } },
    ]
  })
}

# The own account as a whole gains nothing by it.
resource "aws_ecr_repository_policy" "own" {
  repository = "own"
  policy = jsonencode({
    Statement = [
      { Effect = "Allow", Action = ["ecr:*"], Principal = { AWS = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:root" } },
      { Effect = "Allow", Action = ["ecr:*"], Principal = { AWS = data.aws_caller_identity.current.account_id } },
      { Effect = "Allow", Action = ["ecr:*"], Principal = { AWS = "345678901234" } },
      { Effect = "Allow", Action = ["ecr:*"], Principal = { AWS = data.aws_caller_identity.current.arn } },
    ]
  })
}

# What is open to anyone is told by another rule.
resource "aws_ecr_repository_policy" "open" {
  repository = "open"
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = ["ecr:*"], Principal = "*" }]
  })
}

# A Deny takes it back.
resource "aws_ecr_repository_policy" "denied" {
  repository = "denied"
  policy = jsonencode({
    Statement = [
      { Effect = "Allow", Action = ["ecr:*"], Principal = { AWS = "123456789012" } },
      { Effect = "Deny", NotAction = ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"], Principal = "*" },
    ]
  })
}

# A policy of the registry.
resource "aws_ecr_registry_policy" "replication" {
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = ["ecr:CreateRepository", "ecr:ReplicateImage"], Principal = { AWS = "123456789012" }, Resource = "*" }]
  })
}

# A policy of an identity, and a document of something else that goes to a module.
resource "aws_iam_policy" "manage" {
  name = "manage"
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = ["ecr:*"], Resource = "*" }]
  })
}

module "key" {
  source  = "example.com/key/aws"
  version = "1.0.0"

  policy = data.aws_iam_policy_document.key.json
}

data "aws_iam_policy_document" "key" {
  statement {
    actions   = ["kms:*"]
    resources = ["*"]

    principals {
      type        = "AWS"
      identifiers = ["123456789012"]
    }
  }
}
