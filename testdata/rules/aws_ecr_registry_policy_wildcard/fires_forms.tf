resource "aws_ecr_registry_policy" "forms" {
  policy = data.aws_iam_policy_document.registry.json
}

data "aws_iam_policy_document" "registry" {
  statement {
    sid       = "Cache"
    actions   = ["ecr:BatchImportUpstreamImage"]
    resources = ["*"]

    principals {
      type        = "AWS"
      identifiers = ["*"] # expect error: statement "Cache" of data.aws_iam_policy_document.registry lets anyone in any AWS account replicate images into it, in the whole registry; name the accounts as principals, or add a condition such as aws:PrincipalOrgID
    }
  }

  # With the scope V2 a registry's policy is for everything.
  dynamic "statement" {
    for_each = toset(["ecr:*"])

    content {
      sid       = "Everything"
      actions   = [statement.value]
      resources = ["*"]

      principals {
        type        = "*"
        identifiers = ["*"] # expect error: statement "Everything" of data.aws_iam_policy_document.registry lets anyone in any AWS account pull images, push images, replicate images into it, create repositories, delete images and change its policy, in the whole registry; name the accounts as principals, or add a condition such as aws:PrincipalOrgID
      }
    }
  }

  # expect-below error: statement "AllBut" of data.aws_iam_policy_document.registry lets everyone but those that NotPrincipal names replicate images into it, in the whole registry; name the accounts as principals, or add a condition such as aws:PrincipalOrgID
  statement {
    sid       = "AllBut"
    actions   = ["ecr:ReplicateImage"]
    resources = ["*"]

    not_principals {
      type        = "AWS"
      identifiers = ["123456789012"]
    }
  }
}

resource "aws_ecr_registry_policy" "heredoc" {
  region = "eu-central-1"
  # expect-below error: aws_ecr_registry_policy.heredoc lets anyone in any AWS account replicate images into it, in the whole registry; name the accounts as principals, or add a condition such as aws:PrincipalOrgID; at line 53, Statement.Principal.AWS
  policy = <<EOF
{
  "Statement": {
    "Effect": "Allow",
    "Principal": {"AWS": "*"},
    "Action": "ecr:ReplicateImage",
    "Resource": "arn:aws:ecr:eu-central-1:${var.account}:repository/*",
    "Condition": {"Bool": {"aws:SecureTransport": "true"}}
  }
}
EOF
}

variable "account" {}
