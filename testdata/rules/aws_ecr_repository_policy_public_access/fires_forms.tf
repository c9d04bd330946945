resource "aws_ecr_repository_policy" "everything" {
  repository = "everything"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "ecr:*"
      Principal = { AWS = "*" } # expect error: aws_ecr_repository_policy.everything lets anyone in any AWS account pull images, push images, delete images and change its policy; name the accounts or roles as principals, or add a condition such as aws:PrincipalOrgID
    }]
  })
}

resource "aws_ecr_repository_policy" "all_services" {
  repository = "all_services"
  # expect-below error: statement "All" of aws_ecr_repository_policy.all_services lets anyone in any AWS account pull images, push images, delete images and change its policy; name the accounts or roles as principals, or add a condition such as aws:PrincipalOrgID; at line 22, Statement.Principal
  policy = <<EOF
{
  "Statement": {
    "Sid": "All",
    "Effect": "Allow",
    "Action": "*",
    "Principal": "*"
  }
}
EOF
}

resource "aws_ecr_repository_policy" "push" {
  repository = "push"
  policy = jsonencode({
    Statement = [
      { Effect = "Allow", Action = ["ecr:BatchGetImage"], Principal = { AWS = "123456789012" } },
      { Sid = "Push", Effect = "Allow", Action = ["ecr:putimage", "ecr:*LayerUpload"], Principal = { AWS = ["123456789012", "*"] } }, # expect error: statement "Push" of aws_ecr_repository_policy.push lets anyone in any AWS account push images; name the accounts or roles as principals, or add a condition such as aws:PrincipalOrgID
    ]
  })
}

resource "aws_ecr_repository_policy" "all_but" {
  repository = "all_but"
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = ["ecr:BatchGetImage"], NotPrincipal = { AWS = "arn:aws:iam::123456789012:user/guest" } }] # expect error: aws_ecr_repository_policy.all_but lets everyone but those that NotPrincipal names pull images; name the accounts or roles as principals, or add a condition such as aws:PrincipalOrgID
  })
}

resource "aws_ecr_repository_policy" "all_but_actions" {
  repository = "all_but_actions"
  policy = jsonencode({
    Statement = [{ Effect = "Allow", NotAction = ["ecr:Delete*"], Principal = "*" }] # expect error: aws_ecr_repository_policy.all_but_actions lets anyone in any AWS account pull images, push images, delete images and change its policy; name the accounts or roles as principals, or add a condition such as aws:PrincipalOrgID
  })
}

resource "aws_ecr_repository_policy" "look" {
  repository = "look"
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = ["ecr:DescribeImages"], Principal = "*" }] # expect error: aws_ecr_repository_policy.look lets anyone in any AWS account use ecr:DescribeImages; name the accounts or roles as principals, or add a condition such as aws:PrincipalOrgID
  })
}

resource "aws_ecr_repository_policy" "conditions" {
  repository = "conditions"
  policy = jsonencode({
    Statement = [
      { Sid = "TLS", Effect = "Allow", Action = ["ecr:BatchGetImage"], Principal = "*", Condition = { Bool = { "aws:SecureTransport" = "true" } } },                        # expect error: statement "TLS" of aws_ecr_repository_policy.conditions lets anyone in any AWS account pull images; name the accounts or roles as principals, or add a condition such as aws:PrincipalOrgID
      { Sid = "World", Effect = "Allow", Action = ["ecr:BatchGetImage"], Principal = "*", Condition = { IpAddress = { "aws:SourceIp" = ["0.0.0.0/0"] } } },                 # expect error: statement "World" of aws_ecr_repository_policy.conditions lets anyone in any AWS account pull images; name the accounts or roles as principals, or add a condition such as aws:PrincipalOrgID
      { Sid = "NotOrg", Effect = "Allow", Action = ["ecr:BatchGetImage"], Principal = "*", Condition = { StringNotEquals = { "aws:PrincipalOrgID" = "o-a1b2c3d4e5" } } },   # expect error: statement "NotOrg" of aws_ecr_repository_policy.conditions lets anyone in any AWS account pull images; name the accounts or roles as principals, or add a condition such as aws:PrincipalOrgID
      { Sid = "AnyOrg", Effect = "Allow", Action = ["ecr:BatchGetImage"], Principal = "*", Condition = { StringLike = { "aws:PrincipalOrgID" = "*" } } },                   # expect error: statement "AnyOrg" of aws_ecr_repository_policy.conditions lets anyone in any AWS account pull images; name the accounts or roles as principals, or add a condition such as aws:PrincipalOrgID
      { Sid = "Exists", Effect = "Allow", Action = ["ecr:BatchGetImage"], Principal = "*", Condition = { StringEqualsIfExists = { "aws:SourceVpce" = "vpce-1a2b3c4d" } } }, # expect error: statement "Exists" of aws_ecr_repository_policy.conditions lets anyone in any AWS account pull images; name the accounts or roles as principals, or add a condition such as aws:PrincipalOrgID
      { Sid = "AnyTopic", Effect = "Allow", Action = ["ecr:BatchGetImage"], Principal = "*", Condition = { ArnLike = { "aws:SourceArn" = "arn:aws:lambda:*:*:*" } } },      # expect error: statement "AnyTopic" of aws_ecr_repository_policy.conditions lets anyone in any AWS account pull images; name the accounts or roles as principals, or add a condition such as aws:PrincipalOrgID
    ]
  })
}

resource "aws_ecr_repository_creation_template" "cache" {
  prefix            = "cache"
  applied_for       = ["PULL_THROUGH_CACHE"]
  repository_policy = data.aws_iam_policy_document.template.json
}

data "aws_iam_policy_document" "template" {
  statement {
    actions = ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]

    principals {
      type        = "AWS"
      identifiers = ["*"] # expect error: data.aws_iam_policy_document.template lets anyone in any AWS account pull images; name the accounts or roles as principals, or add a condition such as aws:PrincipalOrgID
    }
  }
}

resource "aws_ecrpublic_repository_policy" "public" {
  repository_name = "public"
  policy = jsonencode({
    Statement = [
      { Effect = "Allow", Action = ["ecr-public:DescribeImages", "ecr-public:GetRepositoryPolicy"], Principal = "*" },
      { Sid = "Push", Effect = "Allow", Action = ["ecr-public:PutImage", "ecr-public:InitiateLayerUpload"], Principal = "*" }, # expect error: statement "Push" of aws_ecrpublic_repository_policy.public lets anyone in any AWS account push images; name the accounts or roles as principals, or add a condition such as aws:PrincipalOrgID
      { Sid = "Policy", Effect = "Allow", Action = ["ecr-public:SetRepositoryPolicy"], Principal = "*" },                      # expect error: statement "Policy" of aws_ecrpublic_repository_policy.public lets anyone in any AWS account change its policy; name the accounts or roles as principals, or add a condition such as aws:PrincipalOrgID
      { Sid = "Catalog", Effect = "Allow", Action = ["ecr-public:PutRepositoryCatalogData"], Principal = "*" },                # expect error: statement "Catalog" of aws_ecrpublic_repository_policy.public lets anyone in any AWS account use ecr-public:PutRepositoryCatalogData; name the accounts or roles as principals, or add a condition such as aws:PrincipalOrgID
      { Sid = "All", Effect = "Allow", Action = ["ecr-public:*"], Principal = "*" },                                           # expect error: statement "All" of aws_ecrpublic_repository_policy.public lets anyone in any AWS account push images, delete images and change its policy; name the accounts or roles as principals, or add a condition such as aws:PrincipalOrgID
    ]
  })
}

# Each repository of many has the same policy: one finding.
resource "aws_ecr_repository_policy" "many" {
  for_each = toset(["api", "web"])

  repository = each.key
  policy     = data.aws_iam_policy_document.many.json
}

data "aws_iam_policy_document" "many" {
  source_policy_documents = [data.aws_iam_policy_document.base.json]

  statement {
    sid     = "Replaced"
    actions = ["ecr:BatchGetImage"]

    principals {
      type        = "AWS"
      identifiers = ["123456789012"]
    }
  }
}

data "aws_iam_policy_document" "base" {
  statement {
    sid     = "Replaced"
    actions = ["ecr:BatchGetImage"]

    principals {
      type        = "AWS"
      identifiers = ["*"]
    }
  }
  statement {
    sid     = "Kept"
    actions = ["ecr:BatchGetImage"]

    principals {
      type        = "AWS"
      identifiers = ["*"] # expect error: statement "Kept" of data.aws_iam_policy_document.base lets anyone in any AWS account pull images; name the accounts or roles as principals, or add a condition such as aws:PrincipalOrgID
    }
  }
}

# A document that goes to a module.
data "aws_iam_policy_document" "module" {
  statement {
    actions = ["ecr:BatchGetImage", "ecr:PutImage"]

    principals {
      type        = "AWS"
      identifiers = ["*"] # expect error: data.aws_iam_policy_document.module lets anyone in any AWS account pull images and push images; name the accounts or roles as principals, or add a condition such as aws:PrincipalOrgID
    }
  }
}

module "repository" {
  source  = "example.com/repository/aws"
  version = "1.0.0"

  policy = data.aws_iam_policy_document.module.json
}
