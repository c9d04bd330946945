# What denies it to each of many roles, or of roles that are not known, is a policy of its own with the same for_each.

variable "roles" {
  type = set(string)
}

locals {
  names = toset([for i in range(205) : "role-${i}"])
}

resource "aws_iam_role" "unknown" {
  for_each           = var.roles
  name               = each.key
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [] })
}

resource "aws_iam_role_policy" "unknown_all" {
  for_each = aws_iam_role.unknown
  role     = each.value.name
  policy   = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }] })
}

resource "aws_iam_role_policy" "unknown_not" {
  for_each = aws_iam_role.unknown
  role     = each.value.name
  policy   = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Deny", NotAction = "s3:Get*", Resource = "*" }] })
}

resource "aws_iam_role" "many" {
  for_each           = local.names
  name               = each.key
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [] })
}

resource "aws_iam_role_policy" "many_all" {
  for_each = local.names
  role     = aws_iam_role.many[each.key].name
  policy   = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }] })
}

resource "aws_iam_role_policy" "many_not" {
  for_each = aws_iam_role.many
  role     = each.value.name
  policy   = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Deny", NotAction = "s3:Get*", Resource = "*" }] })
}
