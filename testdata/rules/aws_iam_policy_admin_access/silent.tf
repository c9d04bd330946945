data "aws_iam_policy_document" "denied" {
  statement {
    effect    = "Deny"
    actions   = ["*"]
    resources = ["*"]
  }
  statement {
    actions   = ["ecs:UpdateService"]
    resources = [aws_ecs_service.web.id]
  }
}

resource "aws_ecs_service" "web" {
  name = "web"
}

resource "aws_iam_policy" "denied" {
  policy = data.aws_iam_policy_document.denied.json
}

# Nothing refers to it.
data "aws_iam_policy_document" "unused" {
  statement {
    actions   = ["*"]
    resources = ["*"]
  }
}

locals {
  unused = data.aws_iam_policy_document.unused.json
}

# It goes to a policy that is not made.
data "aws_iam_policy_document" "not_made" {
  statement {
    actions   = ["*"]
    resources = ["*"]
  }
}

resource "aws_iam_policy" "not_made" {
  count  = 0
  policy = data.aws_iam_policy_document.not_made.json
}

# It bounds permissions, and grants none.
data "aws_iam_policy_document" "boundary" {
  statement {
    actions   = ["*"]
    resources = ["*"]
  }
}

resource "aws_iam_policy" "limits" {
  policy = data.aws_iam_policy_document.boundary.json
}

resource "aws_iam_role" "bounded" {
  assume_role_policy   = "{}"
  permissions_boundary = aws_iam_policy.limits.arn
}

resource "aws_iam_policy" "permissions_boundary" {
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }] })
}

resource "aws_organizations_policy" "scp" {
  name    = "everything"
  content = jsonencode({ Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }] })
}

data "aws_iam_policy_document" "scp" {
  statement {
    actions   = ["*"]
    resources = ["*"]
  }
}

resource "aws_organizations_policy" "document" {
  name    = "document"
  content = data.aws_iam_policy_document.scp.json
}

resource "aws_eks_pod_identity_association" "session" {
  cluster_name    = "main"
  namespace       = "app"
  service_account = "app"
  role_arn        = aws_iam_role.bounded.arn
  policy          = data.aws_iam_policy_document.session.json
}

data "aws_iam_policy_document" "session" {
  statement {
    actions   = ["*"]
    resources = ["*"]
  }
}

# Policies of resources: they name principals, and "*" is the resource itself.
resource "aws_kms_key" "key" {
  policy = data.aws_iam_policy_document.key.json
}

data "aws_iam_policy_document" "key" {
  statement {
    actions   = ["kms:*", "*"]
    resources = ["*"]
    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::123456789012:root"]
    }
  }
}

# Not every way to become an administrator, or not on everything.
data "aws_iam_policy_document" "parts" {
  statement {
    actions   = ["iam:Get*", "iam:List*", "iam:Put*", "iam:Attach*"]
    resources = ["*"]
  }
  statement {
    actions   = ["iam:*"]
    resources = ["arn:aws:iam::123456789012:role/app-*"]
  }
  statement {
    actions   = ["*"]
    resources = ["arn:aws:s3:::app", "arn:aws:s3:::app/*"]
  }
  statement {
    not_actions = ["*"]
    resources   = ["*"]
  }
  statement {
    actions       = ["*"]
    not_resources = ["*"]
  }
  # All services, but nothing is written.
  statement {
    actions   = ["*:Get*", "*:List*", "*:Describe*"]
    resources = ["*"]
  }
}

resource "aws_iam_policy" "parts" {
  policy = data.aws_iam_policy_document.parts.json
}

# What the boundary leaves of it is no administrator, and neither is what another policy denies.
resource "aws_iam_policy" "narrow" {
  name   = "narrow"
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = ["s3:*", "iam:PassRole"], Resource = "*" }] })
}

resource "aws_iam_role" "narrow" {
  assume_role_policy   = "{}"
  permissions_boundary = aws_iam_policy.narrow.arn
}

resource "aws_iam_role_policy" "narrow" {
  role   = aws_iam_role.narrow.id
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }] })
}

resource "aws_iam_role" "locked" {
  assume_role_policy = "{}"
  inline_policy {
    name   = "everything"
    policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }] })
  }
  inline_policy {
    name   = "but"
    policy = jsonencode({ Statement = [{ Effect = "Deny", NotAction = ["s3:*", "logs:*"], Resource = "*" }] })
  }
}
