data "aws_caller_identity" "current" {}

resource "aws_iam_role" "task" {
  name               = "task"
  assume_role_policy = "{}"
}

resource "aws_iam_role_policy" "named" {
  role = "deploy"
  policy = jsonencode({ Statement = [
    { Effect = "Allow", Action = "iam:PassRole", Resource = aws_iam_role.task.arn },
    { Effect = "Allow", Action = "iam:PassRole", Resource = ["arn:aws:iam::*:role/ecs/*", "arn:aws:iam::${data.aws_caller_identity.current.account_id}:role/ecs-*"] },
    { Effect = "Allow", Action = "iam:PassRole", Resource = "*", Condition = { StringEquals = { "iam:ResourceTag/team" = "web" } } },
    { Effect = "Allow", Action = "iam:PassRole", Resource = aws_iam_role.task.arn, Condition = { StringEquals = { "iam:PassedToService" = "ecs-tasks.amazonaws.com" } } },
    { Effect = "Allow", Action = ["iam:GetRole", "iam:List*"], Resource = "*" },
    { Effect = "Allow", Action = "iam:PassRole", Resource = "arn:aws:s3:::*" }, # allows nothing
  ] })
}

# Denied but for some roles.
resource "aws_iam_role_policy" "denied" {
  role = "denied"
  policy = jsonencode({ Statement = [
    { Effect = "Allow", Action = "iam:PassRole", Resource = "*" },
    { Effect = "Deny", Action = "iam:PassRole", NotResource = "arn:aws:iam::*:role/ecs/*" },
  ] })
}

# Reported as more than this.
resource "aws_iam_role_policy" "more" {
  role = "more"
  policy = jsonencode({ Statement = [
    { Effect = "Allow", Action = "iam:*", Resource = "*" },
  ] })
}

resource "aws_iam_role_policy" "escalation" {
  role   = "escalation"
  policy = jsonencode({ Statement = { Effect = "Allow", Action = ["ecs:RunTask", "iam:PassRole"], Resource = "*" } })
}

# Who may not do it.
resource "aws_iam_role_policy" "deny" {
  role   = "deny"
  policy = jsonencode({ Statement = { Effect = "Deny", Action = "iam:PassRole", Resource = "*" } })
}

# Denied in another policy of the same role, and left out by a boundary.
resource "aws_iam_role_policy" "allows" {
  role   = "guarded"
  policy = data.aws_iam_policy_document.pass.json
}

data "aws_iam_policy_document" "pass" {
  statement {
    actions   = ["iam:PassRole"]
    resources = ["*"]
  }
}

resource "aws_iam_role_policy" "guard" {
  role   = "guarded"
  policy = jsonencode({ Statement = { Effect = "Deny", Action = "iam:*", Resource = "*" } })
}

resource "aws_iam_role" "bounded" {
  name                 = "bounded"
  assume_role_policy   = "{}"
  permissions_boundary = aws_iam_policy.limits.arn
}

resource "aws_iam_policy" "limits" {
  name   = "limits"
  policy = jsonencode({ Statement = { Effect = "Allow", Action = ["ecs:*", "s3:*"], Resource = "*" } })
}

resource "aws_iam_role_policy" "bounded" {
  role   = aws_iam_role.bounded.name
  policy = jsonencode({ Statement = { Effect = "Allow", Action = "iam:PassRole", Resource = "*" } })
}
