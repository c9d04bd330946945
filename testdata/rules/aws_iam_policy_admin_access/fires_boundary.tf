# A permissions boundary that is not known may leave less than an administrator.
variable "boundary" {}

resource "aws_iam_role" "unknown" {
  name                 = "unknown"
  assume_role_policy   = "{}"
  permissions_boundary = var.boundary
}

resource "aws_iam_role_policy" "unknown" {
  role = aws_iam_role.unknown.id
  policy = jsonencode({ Statement = [
    { Effect = "Allow", Action = "*", Resource = "*" }, # expect notice: aws_iam_role_policy.unknown allows every action on every resource within the permissions boundary, which makes its holder an administrator of the account; list the actions and resources that are needed
  ] })
}

# So does one that holds in a region only.
resource "aws_iam_role" "region" {
  name                 = "region"
  assume_role_policy   = "{}"
  permissions_boundary = aws_iam_policy.region.arn
}

resource "aws_iam_policy" "region" {
  name = "region"
  policy = jsonencode({ Statement = [
    { Effect = "Allow", Action = "*", Resource = "*", Condition = { StringEquals = { "aws:RequestedRegion" = "eu-west-1" } } },
  ] })
}

resource "aws_iam_role_policy" "region" {
  role = aws_iam_role.region.id
  policy = jsonencode({ Statement = [
    { Effect = "Allow", Action = "*", Resource = "*" }, # expect notice: aws_iam_role_policy.region allows every action on every resource within the permissions boundary, which makes its holder an administrator of the account; list the actions and resources that are needed
  ] })
}

# An exception for some actions is no help.
resource "aws_iam_role" "except" {
  name                 = "except"
  assume_role_policy   = "{}"
  permissions_boundary = aws_iam_policy.except.arn
}

resource "aws_iam_policy" "except" {
  name = "except"
  policy = jsonencode({ Statement = [
    { Effect = "Allow", Action = "*", Resource = "*" },
    { Effect = "Deny", Action = "organizations:*", Resource = "*" },
  ] })
}

resource "aws_iam_role_policy" "except" {
  role = aws_iam_role.except.id
  policy = jsonencode({ Statement = [
    { Effect = "Allow", Action = "*", Resource = "*" }, # expect error: aws_iam_role_policy.except allows every action on every resource, which makes its holder an administrator of the account; list the actions and resources that are needed
  ] })
}

# One of two who have it is bounded.
resource "aws_iam_policy" "shared" {
  name = "shared"
  policy = jsonencode({ Statement = [
    { Effect = "Allow", Action = "*", Resource = "*" }, # expect error: aws_iam_policy.shared allows every action on every resource, which makes its holder an administrator of the account; list the actions and resources that are needed
  ] })
}

resource "aws_iam_role" "free" {
  name               = "free"
  assume_role_policy = "{}"
}

resource "aws_iam_policy_attachment" "shared" {
  name       = "shared"
  roles      = [aws_iam_role.free.name, aws_iam_role.region.name]
  policy_arn = aws_iam_policy.shared.arn
}

# Others may have it, without a boundary.
resource "aws_iam_policy" "handed_out" {
  name = "handed-out"
  policy = jsonencode({ Statement = [
    { Effect = "Allow", Action = "*", Resource = "*" }, # expect error: aws_iam_policy.handed_out allows every action on every resource, which makes its holder an administrator of the account; list the actions and resources that are needed
  ] })
}

resource "aws_iam_role_policy_attachment" "handed_out" {
  role       = aws_iam_role.region.name
  policy_arn = aws_iam_policy.handed_out.arn
}

output "policy_arn" {
  value = aws_iam_policy.handed_out.arn
}
