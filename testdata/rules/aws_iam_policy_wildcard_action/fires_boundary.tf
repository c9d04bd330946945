# What a boundary leaves of a wildcard can still be one.
resource "aws_iam_policy" "limits" {
  name = "limits"
  policy = jsonencode({ Statement = [
    { Effect = "Allow", Action = ["ecs:*", "logs:Get*"], Resource = "*" },
  ] })
}

resource "aws_iam_role" "bounded" {
  name                 = "bounded"
  assume_role_policy   = "{}"
  permissions_boundary = aws_iam_policy.limits.arn
}

resource "aws_iam_role_policy" "everything" {
  role = aws_iam_role.bounded.id
  policy = jsonencode({ Statement = [
    { Effect = "Allow", Action = "*", Resource = "*" }, # expect warning: aws_iam_role_policy.everything allows ecs:* on every resource within the permissions boundary, and with it writing actions that nobody chose; list those that are needed
  ] })
}

# One that is not known may leave all of a service.
variable "boundary" {}

resource "aws_iam_user" "unknown" {
  name                 = "unknown"
  permissions_boundary = var.boundary
}

resource "aws_iam_user_policy" "unknown" {
  user = aws_iam_user.unknown.name
  policy = jsonencode({ Statement = [
    { Effect = "Allow", Action = "sqs:*", Resource = "*" }, # expect warning: aws_iam_user_policy.unknown allows sqs:* on every resource, and with it writing actions that nobody chose; list those that are needed
  ] })
}
