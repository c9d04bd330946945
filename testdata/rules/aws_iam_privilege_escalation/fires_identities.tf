locals {
  pass  = jsonencode({ Statement = { Effect = "Allow", Action = "iam:PassRole", Resource = "*" } }) # expect error: aws_iam_user.u can run any task with other commands, and any role that ECS tasks can take: it is allowed iam:PassRole by aws_iam_user_policy.pass, ecs:RunTask by aws_iam_policy.tasks; limit iam:PassRole to the roles that are needed
  tasks = jsonencode({ Statement = { Effect = "Allow", Action = "ecs:RunTask", Resource = "*" } })
}

resource "aws_iam_policy" "tasks" {
  name   = "tasks"
  policy = local.tasks
}

# A user.
resource "aws_iam_user" "u" {
  name = "u"
}

resource "aws_iam_user_policy" "pass" {
  user   = aws_iam_user.u.name
  policy = local.pass
}

resource "aws_iam_user_policy_attachment" "tasks" {
  user       = aws_iam_user.u.name
  policy_arn = aws_iam_policy.tasks.arn
}

# A group, by an attachment for all.
resource "aws_iam_group" "g" {
  name = "g"
}

resource "aws_iam_policy_attachment" "tasks" {
  name       = "tasks"
  groups     = [aws_iam_group.g.name]
  policy_arn = aws_iam_policy.tasks.arn
}

resource "aws_iam_group_policy" "pass" {
  group  = aws_iam_group.g.name
  policy = jsonencode({ Statement = { Effect = "Allow", Action = "iam:PassRole", Resource = "arn:aws:iam::123456789012:role/*" } }) # expect error: aws_iam_group.g can run any task with other commands, and any role that ECS tasks can take: it is allowed iam:PassRole by aws_iam_group_policy.pass, ecs:RunTask by aws_iam_policy.tasks; limit iam:PassRole to the roles that are needed
}

# A user with a policy of a group.
resource "aws_iam_user" "member" {
  name = "member"
}

resource "aws_iam_user_group_membership" "member" {
  user   = aws_iam_user.member.name
  groups = [aws_iam_group.batch.name]
}

resource "aws_iam_group" "batch" {
  name = "batch"
}

resource "aws_iam_group_policy" "batch" {
  group  = aws_iam_group.batch.name
  policy = local.tasks
}

resource "aws_iam_user_policy" "member" {
  user   = aws_iam_user.member.name
  policy = jsonencode({ Statement = { Effect = "Allow", Action = "iam:PassRole", Resource = "*" } }) # expect error: aws_iam_user.member can run any task with other commands, and any role that ECS tasks can take: it is allowed iam:PassRole by aws_iam_user_policy.member, ecs:RunTask by aws_iam_group_policy.batch; limit iam:PassRole to the roles that are needed
}

# A permission set.
resource "aws_ssoadmin_permission_set" "dev" {
  name         = "dev"
  instance_arn = "arn:aws:sso:::instance/ssoins-1"
}

resource "aws_ssoadmin_permission_set_inline_policy" "dev" {
  instance_arn       = "arn:aws:sso:::instance/ssoins-1"
  permission_set_arn = aws_ssoadmin_permission_set.dev.arn
  inline_policy      = jsonencode({ Statement = { Effect = "Allow", Action = "iam:PassRole", Resource = "*" } }) # expect error: aws_ssoadmin_permission_set.dev can start a host with any instance profile, one of 4 such ways: it is allowed iam:PassRole by aws_ssoadmin_permission_set_inline_policy.dev, ec2:RequestSpotInstances by AmazonEC2FullAccess; limit iam:PassRole to the roles that are needed
}

resource "aws_ssoadmin_managed_policy_attachment" "dev" {
  instance_arn       = "arn:aws:sso:::instance/ssoins-1"
  permission_set_arn = aws_ssoadmin_permission_set.dev.arn
  managed_policy_arn = "arn:aws:iam::aws:policy/AmazonEC2FullAccess"
}

# A role of another module, by name.
resource "aws_iam_role_policy" "elsewhere" {
  role   = "deployer"
  policy = jsonencode({ Statement = { Effect = "Allow", Action = "iam:PassRole", Resource = "*" } }) # expect error: role "deployer" can run any task with other commands, and any role that ECS tasks can take: it is allowed iam:PassRole by aws_iam_role_policy.elsewhere, ecs:RunTask by aws_iam_policy.tasks; limit iam:PassRole to the roles that are needed
}

resource "aws_iam_role_policy_attachment" "elsewhere" {
  role       = "deployer"
  policy_arn = aws_iam_policy.tasks.arn
}

# And one that is not known.
variable "role" {}

resource "aws_iam_role_policy" "variable" {
  role   = var.role
  policy = jsonencode({ Statement = { Effect = "Allow", Action = ["iam:PassRole"], Resource = ["*"] } }) # expect error: role var.role can run any task with other commands, and any role that ECS tasks can take: it is allowed iam:PassRole by aws_iam_role_policy.variable, ecs:RunTask by aws_iam_policy.tasks; limit iam:PassRole to the roles that are needed
}

resource "aws_iam_role_policy_attachment" "variable" {
  role       = var.role
  policy_arn = aws_iam_policy.tasks.arn
}

# A policy that nothing attaches, and a document that goes elsewhere.
resource "aws_iam_policy" "all" {
  policy = jsonencode({ Statement = { Effect = "Allow", Action = ["ecs:RunTask", "iam:PassRole"], Resource = "*" } }) # expect error: whoever has aws_iam_policy.all can run any task with other commands, and any role that ECS tasks can take: it is allowed iam:PassRole and ecs:RunTask by aws_iam_policy.all; limit iam:PassRole to the roles that are needed
}

data "aws_iam_policy_document" "out" {
  statement {
    actions   = ["lambda:UpdateFunctionCode"] # expect error: whoever has data.aws_iam_policy_document.out can run its own code with the role of any function: it is allowed lambda:UpdateFunctionCode by data.aws_iam_policy_document.out; limit lambda:UpdateFunctionCode to what it is needed for
    resources = ["*"]
  }
}

output "policy" {
  value = data.aws_iam_policy_document.out.json
}

# What a group gives all its members is the group's.
resource "aws_iam_group" "keys" {
  name = "keys"
}

resource "aws_iam_user_group_membership" "keys" {
  user   = aws_iam_user.plain.name
  groups = [aws_iam_group.keys.name]
}

resource "aws_iam_user" "plain" {
  name = "plain"
}

resource "aws_iam_group_policy" "keys" {
  group  = aws_iam_group.keys.name
  policy = jsonencode({ Statement = { Effect = "Allow", Action = "iam:CreateAccessKey", Resource = "*" } }) # expect error: aws_iam_group.keys can make access keys of any user: it is allowed iam:CreateAccessKey by aws_iam_group_policy.keys; limit iam:CreateAccessKey to what it is needed for
}

# AWS's own policy of a user is no other one of its group.
resource "aws_iam_user" "hosts" {
  name = "hosts"
}

resource "aws_iam_user_policy_attachment" "hosts" {
  user       = aws_iam_user.hosts.name
  policy_arn = "arn:aws:iam::aws:policy/AmazonEC2FullAccess"
}

resource "aws_iam_user_group_membership" "hosts" {
  user   = aws_iam_user.hosts.name
  groups = [aws_iam_group.readers.name]
}

resource "aws_iam_group" "readers" {
  name = "readers"
}

resource "aws_iam_group_policy_attachment" "readers" {
  group      = aws_iam_group.readers.name
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}

resource "aws_iam_group_policy" "readers" {
  group  = aws_iam_group.readers.name
  policy = jsonencode({ Statement = { Effect = "Allow", Action = "iam:PassRole", Resource = "*" } }) # expect error: aws_iam_user.hosts can start a host with any instance profile, one of 4 such ways: it is allowed iam:PassRole by aws_iam_group_policy.readers, ec2:RequestSpotInstances by AmazonEC2FullAccess; limit iam:PassRole to the roles that are needed
}
