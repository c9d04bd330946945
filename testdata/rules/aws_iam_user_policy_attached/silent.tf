resource "aws_iam_group" "operators" {
  name = "operators"
}

resource "aws_iam_user" "alice" {
  name                 = "alice"
  permissions_boundary = aws_iam_policy.boundary.arn
}

resource "aws_iam_user_group_membership" "alice" {
  user   = aws_iam_user.alice.name
  groups = [aws_iam_group.operators.name]
}

resource "aws_iam_group_policy_attachment" "operators" {
  group      = aws_iam_group.operators.name
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}

resource "aws_iam_policy_attachment" "operators" {
  name       = "operators"
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
  groups     = [aws_iam_group.operators.name]
  users      = []
}

resource "aws_iam_policy" "boundary" {
  name   = "boundary"
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "ecs:*", Resource = "*" }] })
}

# What only denies gives nobody anything.
data "aws_iam_policy_document" "mfa" {
  statement {
    effect      = "Deny"
    not_actions = ["iam:*MFA*", "sts:GetSessionToken"]
    resources   = ["*"]

    condition {
      test     = "BoolIfExists"
      variable = "aws:MultiFactorAuthPresent"
      values   = ["false"]
    }
  }
}

resource "aws_iam_user_policy" "mfa" {
  name   = "mfa"
  user   = aws_iam_user.alice.name
  policy = data.aws_iam_policy_document.mfa.json
}

resource "aws_iam_policy" "mfa" {
  name   = "mfa"
  policy = data.aws_iam_policy_document.mfa.json
}

resource "aws_iam_user_policy_attachment" "mfa" {
  user       = aws_iam_user.alice.name
  policy_arn = aws_iam_policy.mfa.arn
}

resource "aws_iam_user_policy_attachment" "locked" {
  user       = "mallory"
  policy_arn = "arn:aws:iam::aws:policy/AWSDenyAll"
}

# All of them are taken away.
resource "aws_iam_user_policy_attachments_exclusive" "alice" {
  user_name   = aws_iam_user.alice.name
  policy_arns = []
}

resource "aws_iam_user_policies_exclusive" "alice" {
  user_name    = aws_iam_user.alice.name
  policy_names = ["mfa"]
}

resource "aws_iam_user_policy_attachment" "none" {
  count      = 0
  user       = "dave"
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}
