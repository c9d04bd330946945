data "aws_caller_identity" "current" {}

resource "aws_iam_role" "pipeline" {
  name               = "pipeline"
  assume_role_policy = jsonencode({ Statement = [] })
}

locals {
  manage  = ["ecr:PutLifecyclePolicy", "ecr:PutImageTagMutability"]
  account = data.aws_caller_identity.current.account_id
}

resource "aws_ecr_repository_policy" "forms" {
  repository = "forms"
  policy = jsonencode({
    Statement = [
      { Sid = "Every", Effect = "Allow", Action = "*", Principal = { AWS = "123456789012" } },                                                                                            # expect warning: statement "Every" of aws_ecr_repository_policy.forms lets account 123456789012 delete images, delete the repository, change its policy, change which images expire, make its tags mutable and switch off its scans (*); list only the actions that pulling or pushing takes
      { Sid = "Put", Effect = "Allow", Action = ["ecr:Get*", "ecr:Put*"], Principal = { AWS = aws_iam_role.pipeline.arn } },                                                              # expect warning: statement "Put" of aws_ecr_repository_policy.forms lets aws_iam_role.pipeline.arn change which images expire, make its tags mutable and switch off its scans (ecr:Put*); list only the actions that pulling or pushing takes
      { Sid = "Batch", Effect = "Allow", Action = "ecr:Batch*", Principal = { AWS = "arn:aws:iam::${local.account}:role/pipeline" } },                                                    # expect warning: statement "Batch" of aws_ecr_repository_policy.forms lets arn:aws:iam::…:role/pipeline delete images (ecr:Batch*); list only the actions that pulling or pushing takes
      { Sid = "Local", Effect = "Allow", Action = local.manage, Principal = { AWS = ["arn:aws:iam::123456789012:root", "210987654321"] } },                                               # expect warning: statement "Local" of aws_ecr_repository_policy.forms lets account 123456789012 and account 210987654321 change which images expire and make its tags mutable (ecr:PutLifecyclePolicy, ecr:PutImageTagMutability); list only the actions that pulling or pushing takes
      { Sid = "Service", Effect = "Allow", Action = "ECR:*", Principal = { Service = "codebuild.amazonaws.com" } },                                                                       # expect warning: statement "Service" of aws_ecr_repository_policy.forms lets service codebuild.amazonaws.com delete images, delete the repository, change its policy, change which images expire, make its tags mutable and switch off its scans (ECR:*); list only the actions that pulling or pushing takes
      { Sid = "AllBut", Effect = "Allow", NotAction = "ecr:Delete*", Principal = { AWS = "123456789012" } },                                                                              # expect warning: statement "AllBut" of aws_ecr_repository_policy.forms lets account 123456789012 delete images, change its policy, change which images expire, make its tags mutable and switch off its scans (NotAction); list only the actions that pulling or pushing takes
      { Sid = "Organization", Effect = "Allow", Action = "ecr:DeleteRepository", Principal = "*", Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-a1b2c3d4e5" } } },             # expect warning: statement "Organization" of aws_ecr_repository_policy.forms lets every account of its organization delete the repository (ecr:DeleteRepository); list only the actions that pulling or pushing takes
      { Sid = "Endpoint", Effect = "Allow", Action = "ecr:DeleteRepository", Principal = { AWS = "*" }, Condition = { StringEquals = { "aws:SourceVpce" = "vpce-0123456789abcdef0" } } }, # expect warning: statement "Endpoint" of aws_ecr_repository_policy.forms lets everyone who meets its conditions delete the repository (ecr:DeleteRepository); list only the actions that pulling or pushing takes
      { Sid = "Mixed", Effect = "Allow", Action = "ecr:DeleteRepository", Principal = { AWS = ["arn:aws:iam::${local.account}:root", "123456789012"] } },                                 # expect warning: statement "Mixed" of aws_ecr_repository_policy.forms lets account 123456789012 delete the repository (ecr:DeleteRepository); list only the actions that pulling or pushing takes
    ]
  })
}

resource "aws_ecr_repository_policy" "heredoc" {
  for_each = toset(["api", "web"])

  repository = each.key
  # expect-below warning: aws_ecr_repository_policy.heredoc lets account 123456789012 delete the repository (ecr:DeleteRepository); list only the actions that pulling or pushing takes; at line 40, Statement.Action[1]
  policy = <<EOF
{
  "Statement": {
    "Effect": "Allow",
    "Principal": {"AWS": "arn:aws:iam::123456789012:root"},
    "Action": ["ecr:BatchGetImage", "ecr:DeleteRepository"]
  }
}
EOF
}

resource "aws_ecr_repository_creation_template" "cache" {
  prefix            = "cache"
  applied_for       = ["PULL_THROUGH_CACHE"]
  repository_policy = data.aws_iam_policy_document.template.json
}

data "aws_iam_policy_document" "template" {
  dynamic "statement" {
    for_each = { Pull = ["ecr:BatchGetImage"], Manage = ["ecr:*Repository*"] } # expect warning: statement "Manage" of data.aws_iam_policy_document.template lets account 123456789012 delete the repository and change its policy (ecr:*Repository*); list only the actions that pulling or pushing takes

    content {
      sid     = statement.key
      actions = statement.value

      principals {
        type        = "AWS"
        identifiers = ["123456789012"]
      }
    }
  }
}

# Of public repositories there are fewer actions.
resource "aws_ecrpublic_repository_policy" "public" {
  repository_name = "public"
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = "ecr-public:*", Principal = { AWS = "123456789012" } }] # expect warning: aws_ecrpublic_repository_policy.public lets account 123456789012 delete images, delete the repository and change its policy (ecr-public:*); list only the actions that pulling or pushing takes
  })
}

# A document that goes to a module.
data "aws_iam_policy_document" "module" {
  statement {
    actions = ["ecr:*"] # expect warning: data.aws_iam_policy_document.module lets account 123456789012 delete images, delete the repository, change its policy, change which images expire, make its tags mutable and switch off its scans (ecr:*); list only the actions that pulling or pushing takes

    principals {
      type        = "AWS"
      identifiers = ["123456789012"]
    }
  }
}

module "repository" {
  source  = "example.com/repository/aws"
  version = "1.0.0"

  policy = data.aws_iam_policy_document.module.json
}
