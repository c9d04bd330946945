data "aws_partition" "current" {}

# Who can take the role makes the severity.
resource "aws_iam_role" "host" {
  name               = "host"
  assume_role_policy = data.aws_iam_policy_document.trust["ec2.amazonaws.com"].json
  managed_policy_arns = [
    "arn:aws:iam::aws:policy/service-role/AmazonEC2ContainerServiceforEC2Role",
    "arn:${data.aws_partition.current.partition}:iam::aws:policy/AdministratorAccess", # expect error: aws_iam_role.host, held by container hosts, has AdministratorAccess, so whoever takes it over owns the account; attach a policy with what is needed
  ]
}

resource "aws_iam_role" "function" {
  name                = "function"
  assume_role_policy  = data.aws_iam_policy_document.trust["lambda.amazonaws.com"].json
  managed_policy_arns = ["arn:aws:iam::aws:policy/IAMFullAccess"] # expect warning: aws_iam_role.function has IAMFullAccess, so whoever takes it over can become an administrator; attach a policy with what is needed
}

data "aws_iam_policy_document" "trust" {
  for_each = toset(["ec2.amazonaws.com", "lambda.amazonaws.com"])
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = [each.key]
    }
  }
}

resource "aws_iam_role" "github" {
  name = "github"
  assume_role_policy = jsonencode({ Statement = {
    Effect    = "Allow"
    Action    = "sts:AssumeRoleWithWebIdentity"
    Principal = { Federated = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" }
    Condition = { StringLike = { "token.actions.githubusercontent.com:sub" = "repo:org/app:*" } }
  } })
}

resource "aws_iam_role_policy_attachment" "github" {
  for_each   = toset(["arn:aws:iam::aws:policy/PowerUserAccess", "arn:aws:iam::aws:policy/AmazonS3FullAccess"]) # expect error: aws_iam_role.github, held by builds, has PowerUserAccess, so whoever takes it over can read and change everything but IAM; attach a policy with what is needed
  role       = aws_iam_role.github.name
  policy_arn = each.value
}

# A policy by its name.
data "aws_iam_policy" "admin" {
  name = "AdministratorAccess"
}

data "aws_iam_policy" "power" {
  arn = "arn:aws:iam::aws:policy/PowerUserAccess"
}

resource "aws_iam_user" "u" {
  name = "u"
}

resource "aws_iam_user_policy_attachment" "admin" {
  user       = aws_iam_user.u.name
  policy_arn = data.aws_iam_policy.admin.arn # expect warning: aws_iam_user.u has AdministratorAccess, so whoever takes it over owns the account; attach a policy with what is needed
}

resource "aws_iam_group_policy_attachment" "power" {
  group      = "developers"
  policy_arn = data.aws_iam_policy.power.arn # expect warning: group "developers" has PowerUserAccess, so whoever takes it over can read and change everything but IAM; attach a policy with what is needed
}

# One attachment for several.
resource "aws_iam_policy_attachment" "all" {
  name       = "all"
  users      = [aws_iam_user.u.name]
  policy_arn = "arn:aws-us-gov:iam::aws:policy/AdministratorAccess" # expect warning: aws_iam_user.u has AdministratorAccess, so whoever takes it over owns the account; attach a policy with what is needed
}

resource "aws_iam_role_policy_attachments_exclusive" "x" {
  role_name   = "elsewhere"
  policy_arns = ["arn:aws:iam::aws:policy/AdministratorAccess"] # expect warning: role "elsewhere" has AdministratorAccess, so whoever takes it over owns the account; attach a policy with what is needed
}

variable "role" {}

resource "aws_iam_role_policy_attachment" "variable" {
  role       = var.role
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess" # expect warning: role var.role has AdministratorAccess, so whoever takes it over owns the account; attach a policy with what is needed
}

# A permission set.
resource "aws_ssoadmin_permission_set" "admin" {
  name         = "admin"
  instance_arn = "arn:aws:sso:::instance/ssoins-1"
}

resource "aws_ssoadmin_managed_policy_attachment" "admin" {
  instance_arn       = aws_ssoadmin_permission_set.admin.instance_arn
  permission_set_arn = aws_ssoadmin_permission_set.admin.arn
  managed_policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess" # expect warning: aws_ssoadmin_permission_set.admin has AdministratorAccess, so whoever takes it over owns the account; attach a policy with what is needed
}

# Each instance has a trust policy of its own.
resource "aws_iam_role" "each" {
  for_each           = { calls = "lambda", images = "codebuild" }
  name               = each.key
  assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "${each.value}.amazonaws.com" } }] })
}

resource "aws_iam_role_policy_attachment" "each" {
  for_each   = aws_iam_role.each
  role       = each.value.name
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess" # expect error: aws_iam_role.each, held by builds, has AdministratorAccess, so whoever takes it over owns the account; attach a policy with what is needed
}

# A role that is made elsewhere, which containers take here; and its name in parts.
variable "stage" {}

data "aws_iam_role" "existing" {
  name = "task-${var.stage}"
}

resource "aws_iam_role_policy_attachment" "existing" {
  role       = data.aws_iam_role.existing.name
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess" # expect error: role "task-…", held by the containers of aws_ecs_task_definition.existing, has AdministratorAccess, so whoever takes it over owns the account; attach a policy with what is needed
}

resource "aws_ecs_task_definition" "existing" {
  family                = "existing"
  container_definitions = "[]"
  task_role_arn         = data.aws_iam_role.existing.arn
}

# A boundary that is not known may leave less.
variable "boundary" {}

resource "aws_iam_role" "bounded" {
  name                 = "bounded"
  assume_role_policy   = "{}"
  managed_policy_arns  = ["arn:aws:iam::aws:policy/AdministratorAccess"] # expect notice: aws_iam_role.bounded has AdministratorAccess, so whoever takes it over owns the account within the permissions boundary; attach a policy with what is needed
  permissions_boundary = var.boundary
}
