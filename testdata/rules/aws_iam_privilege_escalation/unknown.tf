variable "actions" {}
variable "resources" {}
variable "conditions" {}
variable "effect" {}
variable "boundary" {}
variable "policy" {}

resource "aws_iam_role" "r" {
  name               = "r"
  assume_role_policy = "{}"
}

# Each lacks one thing for certain.
resource "aws_iam_role_policy" "unknown" {
  role = aws_iam_role.r.name
  policy = jsonencode({ Statement = [
    { Effect = "Allow", Action = var.actions, Resource = "*" },
    { Effect = "Allow", Action = "ecs:RunTask", Resource = "*" },
    { Effect = "Allow", Action = "iam:PassRole", Resource = var.resources },
    { Effect = "Allow", Action = "iam:PassRole", Resource = "*", Condition = var.conditions },
    { Effect = var.effect, Action = "iam:PassRole", Resource = "*" },
  ] })
}

resource "aws_iam_role_policy" "not_known" {
  role   = aws_iam_role.r.name
  policy = var.policy
}

resource "aws_iam_role" "bounded" {
  name                 = "bounded"
  assume_role_policy   = "{}"
  permissions_boundary = var.boundary
  inline_policy {
    name   = "all"
    policy = jsonencode({ Statement = { Effect = "Allow", Action = ["iam:PassRole", "ecs:RunTask"], Resource = "*" } })
  }
}

# A boundary that may be another one.
resource "aws_iam_policy" "either" {
  name   = "either"
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "iam:*", Resource = "*" }] })
}

resource "aws_iam_role" "either" {
  name                 = "either"
  assume_role_policy   = "{}"
  permissions_boundary = coalesce(var.boundary, aws_iam_policy.either.arn)
}

resource "aws_iam_role_policy" "either" {
  role   = aws_iam_role.either.id
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "iam:PutRolePolicy", Resource = "*" }] })
}
