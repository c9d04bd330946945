# What several have is one finding.
locals {
  policy = jsonencode({ Statement = [
    { Effect = "Allow", Action = ["iam:PassRole", "ecs:RunTask"], Resource = "*" }, # expect error: aws_iam_role.first can run any task with other commands, and any role that ECS tasks can take: it is allowed iam:PassRole and ecs:RunTask by aws_iam_role_policy.first; limit iam:PassRole to the roles that are needed, also for aws_iam_role.second and aws_iam_user.third
  ] })
}

resource "aws_iam_role" "first" {
  name               = "first"
  assume_role_policy = "{}"
}

resource "aws_iam_role" "second" {
  for_each           = toset(["a", "b"])
  name               = "second-${each.key}"
  assume_role_policy = "{}"
}

resource "aws_iam_user" "third" {
  name = "third"
}

resource "aws_iam_role_policy" "first" {
  role   = aws_iam_role.first.id
  policy = local.policy
}

resource "aws_iam_role_policy" "second" {
  for_each = aws_iam_role.second
  role     = each.value.id
  policy   = local.policy
}

resource "aws_iam_user_policy" "third" {
  user   = aws_iam_user.third.name
  policy = local.policy
}
