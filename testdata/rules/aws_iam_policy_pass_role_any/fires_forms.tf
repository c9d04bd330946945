variable "services" {}
variable "account" {}

resource "aws_iam_user_policy" "forms" {
  user = "deploy"
  policy = jsonencode({ Statement = [
    { Sid = "One", Effect = "Allow", Action = "iam:passrole", Resource = "arn:aws:iam::123456789012:role/*" },                           # expect warning: statement "One" of aws_iam_user_policy.forms allows iam:PassRole on arn:aws:iam::123456789012:role/*, so its holder can start things with the permissions of any of them; name the roles that are needed
    { Sid = "Pattern", Effect = "Allow", Action = "iam:Pass*", Resource = ["arn:aws:iam::${var.account}:role/*"] },                      # expect warning: statement "Pattern" of aws_iam_user_policy.forms allows iam:PassRole on arn:aws:iam::…:role/*, so its holder can start things with the permissions of any of them; name the roles that are needed
    { Sid = "Beside", Effect = "Allow", Action = ["iam:PassRole", "s3:GetObject"], Resource = [var.account, "*"] },                      # expect warning: statement "Beside" of aws_iam_user_policy.forms allows iam:PassRole on every resource, so its holder can start things with the permissions of any of them; name the roles that are needed
    { Sid = "AllBut", Effect = "Allow", Action = "iam:PassRole", NotResource = "arn:aws:iam::123456789012:role/admin" },                 # expect warning: statement "AllBut" of aws_iam_user_policy.forms allows iam:PassRole on every resource but arn:aws:iam::123456789012:role/admin, so its holder can start things with the permissions of any of them; name the roles that are needed
    { # any role that the service can take
      Sid       = "Service"
      Effect    = "Allow"
      Action    = "iam:PassRole" # expect notice: statement "Service" of aws_iam_user_policy.forms allows iam:PassRole on every resource within conditions, so its holder can start things with the permissions of any of them; name the roles that are needed
      Resource  = "*"
      Condition = { StringLike = { "iam:PassedToService" = ["ecs-tasks.amazonaws.com", var.services] } }
    },
    {
      Sid       = "Region"
      Effect    = "Allow"
      Action    = "iam:PassRole" # expect notice: statement "Region" of aws_iam_user_policy.forms allows iam:PassRole on every resource within conditions, so its holder can start things with the permissions of any of them; name the roles that are needed
      Resource  = "*"
      Condition = { StringEquals = { "aws:RequestedRegion" = "eu-west-1" } }
    },
    {
      Sid       = "AnyService"
      Effect    = "Allow"
      Action    = "iam:PassRole" # expect warning: statement "AnyService" of aws_iam_user_policy.forms allows iam:PassRole on every resource, so its holder can start things with the permissions of any of them; name the roles that are needed
      Resource  = "*"
      Condition = { StringLike = { "iam:PassedToService" = "*" } }
    },
  ] })
}

# The role's containers have it.
resource "aws_iam_role" "task" {
  name               = "task"
  assume_role_policy = "{}"
}

resource "aws_ecs_task_definition" "web" {
  family                = "web"
  container_definitions = "[]"
  task_role_arn         = aws_iam_role.task.arn
}

resource "aws_iam_role_policy" "task" {
  role = aws_iam_role.task.name
  # expect-below warning: aws_iam_role_policy.task, held by the containers of aws_ecs_task_definition.web, allows iam:PassRole on every resource, so its holder can start things with the permissions of any of them; name the roles that are needed; at line 53, Statement[0].Action
  policy = <<EOF
{
  "Statement": [
    { "Effect": "Allow", "Action": "iam:PassRole", "Resource": "*" }
  ]
}
EOF
}

# An escalation within conditions says less.
resource "aws_iam_role_policy" "mfa" {
  role = "mfa"
  policy = jsonencode({ Statement = [
    { Effect = "Allow", Action = "iam:PassRole", Resource = "*" }, # expect warning: statement 1 of aws_iam_role_policy.mfa allows iam:PassRole on every resource, so its holder can start things with the permissions of any of them; name the roles that are needed
    { Effect = "Allow", Action = "ecs:RunTask", Resource = "*", Condition = { Bool = { "aws:MultiFactorAuthPresent" = "true" } } },
  ] })
}

# A policy that one role is denied, and another one isn't.
resource "aws_iam_policy" "shared" {
  name   = "shared"
  policy = jsonencode({ Statement = { Effect = "Allow", Action = "iam:PassRole", Resource = "*" } }) # expect warning: aws_iam_policy.shared allows iam:PassRole on every resource, so its holder can start things with the permissions of any of them; name the roles that are needed
}

resource "aws_iam_role_policy_attachment" "shared" {
  for_each   = toset(["guarded", "free"])
  role       = each.key
  policy_arn = aws_iam_policy.shared.arn
}

resource "aws_iam_role_policy" "guard" {
  role   = "guarded"
  policy = jsonencode({ Statement = { Effect = "Deny", Action = "iam:PassRole", Resource = "*" } })
}
