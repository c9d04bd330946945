# What limits iam:PassRole stops all that it takes.
data "aws_iam_policy_document" "deploy" {
  statement {
    actions   = ["ecs:RegisterTaskDefinition", "ecs:RunTask", "ecs:UpdateService", "ec2:RunInstances"]
    resources = ["*"]
  }
  statement {
    actions   = ["iam:PassRole"]
    resources = [aws_iam_role.task.arn, "arn:aws:iam::*:role/ecs/*"]
  }
  statement {
    actions   = ["iam:PassRole"]
    resources = ["*"]
    condition {
      test     = "StringEquals"
      variable = "iam:PassedToService"
      values   = ["ecs-tasks.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "task" {
  name               = "task"
  assume_role_policy = "{}"
}

resource "aws_iam_policy" "deploy" {
  policy = data.aws_iam_policy_document.deploy.json
}

# The two halves belong to different roles.
resource "aws_iam_role" "one" {
  name               = "one"
  assume_role_policy = "{}"
  inline_policy {
    name   = "pass"
    policy = jsonencode({ Statement = { Effect = "Allow", Action = "iam:PassRole", Resource = "*" } })
  }
}

resource "aws_iam_role" "other" {
  name               = "other"
  assume_role_policy = "{}"
  inline_policy {
    name   = "run"
    policy = jsonencode({ Statement = { Effect = "Allow", Action = "ecs:RunTask", Resource = "*" } })
  }
}

# A denial without conditions wins, wherever it stands.
resource "aws_iam_role_policy" "denied" {
  role = "denied"
  policy = jsonencode({ Statement = [
    { Effect = "Allow", Action = ["iam:PassRole", "ecs:RunTask", "iam:PutRolePolicy"], Resource = "*" },
    { Effect = "Deny", Action = "iam:Put*", Resource = "*" },
  ] })
}

resource "aws_iam_role_policy" "denies" {
  role   = "denied"
  policy = jsonencode({ Statement = { Effect = "Deny", NotAction = ["ecs:*", "ecr:*"], Resource = "*" } })
}

# So does one that leaves some roles, one service, or one boundary only.
resource "aws_iam_group_policy" "but" {
  group = "but"
  policy = jsonencode({ Statement = [
    { Effect = "Allow", Action = ["iam:PassRole", "ecs:RunTask", "iam:PutRolePolicy"], Resource = "*" },
    { Effect = "Deny", Action = "iam:PassRole", NotResource = "arn:aws:iam::*:role/ecs/*" },
    { Effect = "Deny", Action = "iam:PutRolePolicy", Resource = "*", Condition = { StringNotEquals = { "iam:PermissionsBoundary" = "arn:aws:iam::123456789012:policy/boundary" } } },
  ] })
}

# A boundary that leaves it out.
resource "aws_iam_role" "bounded" {
  name                 = "bounded"
  assume_role_policy   = "{}"
  permissions_boundary = aws_iam_policy.bound.arn
  inline_policy {
    name   = "all"
    policy = jsonencode({ Statement = { Effect = "Allow", Action = ["iam:PassRole", "ecs:RunTask", "lambda:UpdateFunctionCode"], Resource = "*" } })
  }
}

resource "aws_iam_policy" "bound" {
  policy = jsonencode({ Statement = [
    { Effect = "Allow", Action = "*", Resource = "*" },
    { Effect = "Deny", Action = ["iam:*", "lambda:Update*"], Resource = "*" },
  ] })
}

# Administrators have it all, and are reported as such.
resource "aws_iam_role" "admin" {
  name                = "admin"
  assume_role_policy  = "{}"
  managed_policy_arns = ["arn:aws:iam::aws:policy/AdministratorAccess"]
  inline_policy {
    name   = "more"
    policy = jsonencode({ Statement = { Effect = "Allow", Action = ["iam:PassRole", "ecs:RunTask"], Resource = "*" } })
  }
}

resource "aws_iam_user_policy" "admin" {
  user   = "admin"
  policy = jsonencode({ Statement = { Effect = "Allow", Action = "*", Resource = "*" } })
}

# What AWS's own policies hold by themselves.
resource "aws_iam_role_policy_attachment" "managed" {
  role       = "managed"
  policy_arn = "arn:aws:iam::aws:policy/AmazonSSMFullAccess"
}

# One's own password and keys.
data "aws_iam_policy_document" "self" {
  statement {
    actions   = ["iam:CreateAccessKey", "iam:DeleteAccessKey", "iam:UpdateLoginProfile", "iam:CreateLoginProfile"]
    resources = ["arn:aws:iam::*:user/&{aws:username}"]
  }
}

resource "aws_iam_group_policy" "self" {
  group  = "everyone"
  policy = data.aws_iam_policy_document.self.json
}
