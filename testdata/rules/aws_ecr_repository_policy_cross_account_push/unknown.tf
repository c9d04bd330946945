variable "account" {}
variable "principals" {}
variable "actions" {}
variable "effect" {}

provider "aws" {
  allowed_account_ids = [var.account]
}

resource "aws_ecr_repository_policy" "unknown" {
  repository = "unknown"
  policy = jsonencode({
    Statement = [
      { Effect = "Allow", Action = "ecr:PutImage", Principal = { AWS = "arn:aws:iam::${var.account}:root" } },
      { Effect = "Allow", Action = "ecr:PutImage", Principal = { AWS = var.principals } },
      { Effect = "Allow", Action = "ecr:PutImage", Principal = { AWS = concat(["123456789012"], var.principals) } },
      { Effect = "Allow", Action = "ecr:PutImage", Principal = { AWS = module.team.account_id } },
      { Effect = "Allow", Action = var.actions, Principal = { AWS = ["210987654321"] } },
      { Effect = var.effect, Action = "ecr:PutImage", Principal = { AWS = ["210987654321"] } },
    ]
  })
}

# One or the other.
resource "aws_ecr_repository_policy" "either" {
  repository = "either"
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = "ecr:PutImage", Principal = { AWS = var.effect == "prod" ? "123456789012" : "210987654321" } }]
  })
}

resource "aws_ecr_repository_policy" "policies" {
  repository = "policies"
  policy = var.effect == "prod" ? jsonencode({
    Statement = [{ Effect = "Allow", Action = "ecr:PutImage", Principal = { AWS = "123456789012" } }]
    }) : jsonencode({
    Statement = [{ Effect = "Allow", Action = "ecr:PutImage", Principal = { AWS = "210987654321" } }]
  })
}

module "team" {
  source  = "example.com/team/aws"
  version = "1.0.0"
}

# Made with another provider configuration: it may be the account that the repository is in.
resource "aws_organizations_account" "team" {
  provider = aws.management

  name  = "team"
  email = "team@example.com"
}

resource "aws_ecr_repository_policy" "made" {
  repository = "made"
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = "ecr:PutImage", Principal = { AWS = aws_organizations_account.team.id } }]
  })
}
