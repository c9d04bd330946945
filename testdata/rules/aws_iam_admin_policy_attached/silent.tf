resource "aws_iam_role" "task" {
  name               = "task"
  assume_role_policy = "{}"
  # Grants nothing.
  permissions_boundary = "arn:aws:iam::aws:policy/AdministratorAccess"
}

resource "aws_iam_role_policy_attachment" "pull" {
  role       = aws_iam_role.task.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy"
}

# A policy of one's own that is called so.
resource "aws_iam_policy" "admin" {
  name   = "AdministratorAccess"
  policy = jsonencode({ Statement = { Effect = "Allow", Action = "s3:GetObject", Resource = "arn:aws:s3:::b/*" } })
}

resource "aws_iam_role_policy_attachment" "own" {
  role       = aws_iam_role.task.name
  policy_arn = aws_iam_policy.admin.arn
}

resource "aws_iam_role_policy_attachment" "account" {
  role       = aws_iam_role.task.name
  policy_arn = "arn:aws:iam::123456789012:policy/AdministratorAccess"
}

resource "aws_iam_role_policy_attachment" "none" {
  count      = 0
  role       = aws_iam_role.task.name
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}

# What its boundary leaves of it is no administrator.
resource "aws_iam_policy" "limits" {
  name   = "limits"
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = ["s3:*", "ecs:*"], Resource = "*" }] })
}

resource "aws_iam_role" "bounded" {
  name                 = "bounded"
  assume_role_policy   = "{}"
  managed_policy_arns  = ["arn:aws:iam::aws:policy/AdministratorAccess"]
  permissions_boundary = aws_iam_policy.limits.arn
}
