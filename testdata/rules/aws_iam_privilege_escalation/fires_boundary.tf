# An administrator but for its boundary, which leaves enough to become one.
resource "aws_iam_policy" "leaves" {
  name   = "leaves"
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = ["lambda:UpdateFunctionCode", "s3:GetObject"], Resource = "*" }] })
}

resource "aws_iam_role" "bounded" {
  name                 = "bounded"
  assume_role_policy   = "{}"
  permissions_boundary = aws_iam_policy.leaves.arn
}

resource "aws_iam_role_policy" "bounded" {
  role   = aws_iam_role.bounded.id
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }] }) # expect error: aws_iam_role.bounded can run its own code with the role of any function: it is allowed lambda:UpdateFunctionCode by aws_iam_role_policy.bounded; list the actions that are needed, without lambda:UpdateFunctionCode
}

# One of AWS's own policies that makes administrators, within a boundary.
resource "aws_iam_role" "managed" {
  name                 = "managed"
  assume_role_policy   = "{}"
  permissions_boundary = aws_iam_policy.puts.arn
}

resource "aws_iam_policy" "puts" {
  name   = "puts"
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = ["iam:Get*", "iam:PutRole*"], Resource = "*" }] })
}

resource "aws_iam_role_policy_attachment" "managed" {
  role       = aws_iam_role.managed.name
  policy_arn = "arn:aws:iam::aws:policy/IAMFullAccess" # expect error: aws_iam_role.managed can give any role any permissions: it is allowed iam:PutRolePolicy by IAMFullAccess; list the actions that are needed, without iam:PutRolePolicy
}
