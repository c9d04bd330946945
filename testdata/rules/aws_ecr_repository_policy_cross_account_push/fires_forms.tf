# Several accounts: the repository is in one of them at most.
resource "aws_ecr_repository_policy" "several" {
  repository = "several"
  policy = jsonencode({
    Statement = [{
      Sid    = "Push"
      Effect = "Allow"
      Action = ["ecr:PutImage", "ecr:*LayerUpload", "ecr:UploadLayerPart"]
      Principal = {
        AWS = [
          "arn:aws:iam::123456789012:role/pipeline",
          "arn:aws:iam::210987654321:role/pipeline", # expect warning: aws_ecr_repository_policy.several lets more than one account push images, and one at most is the repository's own: accounts 123456789012 and 210987654321; let only roles of its own account push
        ]
      }
    }]
  })
}

resource "aws_ecr_repository_policy" "statements" {
  repository = "statements"
  # expect-below warning: aws_ecr_repository_policy.statements lets more than one account push images, and one at most is the repository's own: accounts 123456789012 and 210987654321; let only roles of its own account push; at line 26, Statement[1].Principal.AWS
  policy = <<EOF
{
  "Statement": [
    {"Effect": "Allow", "Principal": {"AWS": "123456789012"}, "Action": "ecr:PutImage"},
    {"Effect": "Allow", "Principal": {"AWS": "210987654321"}, "Action": "ecr:PutImage"}
  ]
}
EOF
}

locals {
  teams = { payments = "123456789012", search = "210987654321", own = data.aws_caller_identity.current.account_id }
}

data "aws_caller_identity" "current" {}

data "aws_iam_policy_document" "teams" {
  dynamic "statement" {
    for_each = local.teams

    content {
      actions = ["ecr:PutImage"]

      principals {
        type        = "AWS"
        identifiers = ["arn:aws:iam::${statement.value}:role/pipeline"] # expect warning: aws_ecr_repository_policy.teams lets more than one account push images, and one at most is the repository's own: accounts 123456789012 and 210987654321; let only roles of its own account push
      }
    }
  }
}

resource "aws_ecr_repository_policy" "teams" {
  repository = "teams"
  policy     = data.aws_iam_policy_document.teams.json
}

# An account that Terraform makes, and a whole organization.
resource "aws_organizations_account" "dev" {
  name  = "dev"
  email = "dev@example.com"
}

resource "aws_ecr_repository_policy" "made" {
  repository = "made"
  policy = jsonencode({
    Statement = [
      { Sid = "Dev", Effect = "Allow", Action = "ecr:PutImage", Principal = { AWS = "arn:aws:iam::${aws_organizations_account.dev.id}:root" } },                        # expect warning: statement "Dev" of aws_ecr_repository_policy.made lets account aws_organizations_account.dev.id push images from another account than the repository's; let only roles of its own account push
      { Sid = "Organization", Effect = "Allow", Action = "ecr:PutImage", Principal = "*", Condition = { StringEquals = { "aws:PrincipalOrgID" = var.organization } } }, # expect warning: statement "Organization" of aws_ecr_repository_policy.made lets every account of its organization push images from another account than the repository's; let only roles of its own account push
    ]
  })
}

variable "organization" {}

# The configuration of the repository's own provider counts.
provider "aws" {
  alias = "hub"

  assume_role {
    role_arn = "arn:aws:iam::345678901234:role/terraform"
  }
}

resource "aws_ecr_repository_policy" "hub" {
  provider = aws.hub

  repository = "hub"
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = "ecr:PutImage", Principal = { AWS = ["345678901234", "arn:aws:iam::123456789012:user/ci"] } }] # expect warning: aws_ecr_repository_policy.hub lets arn:aws:iam::123456789012:user/ci push images from another account than the repository's; let only roles of its own account push
  })
}

resource "aws_ecr_repository_creation_template" "push" {
  prefix      = "team"
  applied_for = ["CREATE_ON_PUSH"]
  repository_policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = "ecr:PutImage", Principal = { AWS = ["345678901234", "123456789012"] } }] # expect warning: aws_ecr_repository_creation_template.push lets more than one account push images, and one at most is the repository's own: accounts 345678901234 and 123456789012; let only roles of its own account push
  })
}

resource "aws_ecrpublic_repository_policy" "public" {
  repository_name = "public"
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = "ecr-public:PutImage", Principal = { AWS = ["345678901234", "123456789012"] } }] # expect warning: aws_ecrpublic_repository_policy.public lets more than one account push images, and one at most is the repository's own: accounts 345678901234 and 123456789012; let only roles of its own account push
  })
}

# A document that goes to a module.
data "aws_iam_policy_document" "module" {
  statement {
    actions = ["ecr:PutImage"]

    principals {
      type        = "AWS"
      identifiers = ["345678901234", "123456789012"] # expect warning: data.aws_iam_policy_document.module lets more than one account push images, and one at most is the repository's own: accounts 345678901234 and 123456789012; let only roles of its own account push
    }
  }
}

module "repository" {
  source  = "example.com/repository/aws"
  version = "1.0.0"

  policy = data.aws_iam_policy_document.module.json
}
