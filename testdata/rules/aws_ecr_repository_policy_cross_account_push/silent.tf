data "aws_caller_identity" "current" {}

resource "aws_iam_role" "pipeline" {
  name               = "pipeline"
  assume_role_policy = jsonencode({ Statement = [] })
}

# The own account, and one number that may be its.
resource "aws_ecr_repository_policy" "own" {
  repository = "own"
  policy = jsonencode({
    Statement = [
      { Effect = "Allow", Action = ["ecr:PutImage"], Principal = { AWS = aws_iam_role.pipeline.arn } },
      { Effect = "Allow", Action = ["ecr:PutImage"], Principal = { AWS = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:root" } },
      { Effect = "Allow", Action = ["ecr:PutImage"], Principal = { AWS = ["123456789012", "arn:aws:iam::123456789012:role/pipeline"] } },
    ]
  })
}

# What the provider's configuration says of the own account.
provider "aws" {
  alias = "hub"

  allowed_account_ids = ["123456789012"]
}

resource "aws_ecr_repository_policy" "hub" {
  provider = aws.hub

  repository = "hub"
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = ["ecr:PutImage"], Principal = { AWS = "arn:aws:iam::123456789012:root" } }]
  })
}

# Others pull, or upload layers that belong to no image.
resource "aws_ecr_repository_policy" "pull" {
  provider = aws.hub

  repository = "pull"
  policy = jsonencode({
    Statement = [
      { Effect = "Allow", Action = ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"], Principal = { AWS = ["210987654321", "345678901234"] } },
      { Effect = "Allow", Action = ["ecr:InitiateLayerUpload"], Principal = { AWS = "210987654321" } },
      { Effect = "Allow", Action = ["ecr:PutImage"], Principal = { Service = "codebuild.amazonaws.com" } },
    ]
  })
}

# Other rules tell of these.
resource "aws_ecr_repository_policy" "worse" {
  provider = aws.hub

  repository = "worse"
  policy = jsonencode({
    Statement = [
      { Effect = "Allow", Action = ["ecr:PutImage"], Principal = "*" },
      { Effect = "Allow", Action = ["ecr:*"], Principal = { AWS = "210987654321" } },
      { Effect = "Allow", Action = ["ecr:PutImage", "ecr:SetRepositoryPolicy"], Principal = { AWS = "345678901234" } },
    ]
  })
}

# Replication.
resource "aws_ecr_registry_policy" "replication" {
  provider = aws.hub

  policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = ["ecr:ReplicateImage"], Principal = { AWS = "210987654321" }, Resource = "*" }]
  })
}
