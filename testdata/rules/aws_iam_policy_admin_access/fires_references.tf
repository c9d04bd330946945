# However a document is referred to, it is reported once, where it is written.
data "aws_iam_policy_document" "counted" {
  count = 1

  statement {
    actions   = ["*"] # expect error: data.aws_iam_policy_document.counted allows every action on every resource, which makes its holder an administrator of the account; list the actions and resources that are needed
    resources = ["*"]
  }
}

resource "aws_iam_policy" "index" {
  policy = data.aws_iam_policy_document.counted[0].json
}

resource "aws_iam_role_policy" "one" {
  role   = "app"
  policy = one(data.aws_iam_policy_document.counted[*].json)
}

data "aws_iam_policy_document" "each" {
  for_each = toset(["blue", "green"])

  statement {
    sid       = each.key
    actions   = ["*"] # expect error: statement "blue" of data.aws_iam_policy_document.each allows every action on every resource, which makes its holder an administrator of the account; list the actions and resources that are needed
    resources = ["*"]
  }
}

resource "aws_iam_policy" "each" {
  for_each = toset(["blue", "green"])

  name   = each.key
  policy = data.aws_iam_policy_document.each[each.key].json
}

data "aws_iam_policy_document" "unknown_count" {
  count = var.enabled ? 1 : 0

  statement {
    actions   = ["*"] # expect error: data.aws_iam_policy_document.unknown_count allows every action on every resource, which makes its holder an administrator of the account; list the actions and resources that are needed
    resources = ["*"]
  }
}

variable "enabled" {}

resource "aws_iam_policy" "try" {
  policy = try(data.aws_iam_policy_document.unknown_count[0].json, "")
}

data "aws_iam_policy_document" "conditional" {
  statement {
    actions   = ["*"] # expect error: data.aws_iam_policy_document.conditional allows every action on every resource, which makes its holder an administrator of the account; list the actions and resources that are needed
    resources = ["*"]
  }
}

resource "aws_iam_policy" "conditional" {
  policy = var.enabled ? data.aws_iam_policy_document.conditional.json : jsonencode({ Statement = [] })
}

locals {
  actions = ["*"]
  policies = {
    admin = data.aws_iam_policy_document.local.minified_json
  }
}

data "aws_iam_policy_document" "local" {
  statement {
    actions   = local.actions # expect error: data.aws_iam_policy_document.local allows every action on every resource, which makes its holder an administrator of the account; list the actions and resources that are needed
    resources = ["*"]
  }
}

resource "aws_iam_policy" "local" {
  for_each = local.policies

  policy = each.value
}

data "aws_iam_policy_document" "output_only" {
  statement {
    actions   = ["*"] # expect error: data.aws_iam_policy_document.output_only allows every action on every resource, which makes its holder an administrator of the account; list the actions and resources that are needed
    resources = ["*"]
  }
}

output "policy" {
  value = data.aws_iam_policy_document.output_only.json
}

data "aws_iam_policy_document" "module_only" {
  statement {
    actions   = ["*"] # expect error: data.aws_iam_policy_document.module_only allows every action on every resource, which makes its holder an administrator of the account; list the actions and resources that are needed
    resources = ["*"]
  }
}

module "role" {
  source  = "example.com/role/aws"
  version = "1.0.0"

  policies = {
    admin = data.aws_iam_policy_document.module_only.json
  }
}

data "aws_iam_policy_document" "boundary_and_more" {
  statement {
    actions   = ["*"] # expect error: data.aws_iam_policy_document.boundary_and_more allows every action on every resource, which makes its holder an administrator of the account; list the actions and resources that are needed
    resources = ["*"]
  }
}

resource "aws_iam_policy" "boundary_and_more" {
  policy = data.aws_iam_policy_document.boundary_and_more.json
}

resource "aws_iam_role" "bounded" {
  assume_role_policy   = "{}"
  permissions_boundary = aws_iam_policy.boundary_and_more.arn
}

resource "aws_iam_role_policy_attachment" "attached" {
  role       = aws_iam_role.bounded.name
  policy_arn = aws_iam_policy.boundary_and_more.arn
}
