# By wildcards.
resource "aws_iam_role_policy" "wildcard" {
  role   = "wildcard"
  policy = jsonencode({ Statement = { Effect = "Allow", Action = ["ecs:*"], Resource = "*" } }) # expect error: role "wildcard" can open a shell in any running task, and take its role: it is allowed ecs:ExecuteCommand and ecs:DescribeTasks by aws_iam_role_policy.wildcard; list the actions that are needed, without ecs:ExecuteCommand
}

resource "aws_iam_role_policy" "put" {
  role   = "put"
  policy = jsonencode({ Statement = { Effect = "Allow", Action = ["iam:put*"], Resource = "*" } }) # expect error: role "put" can give any group any permissions, one of 3 such ways: it is allowed iam:PutGroupPolicy by aws_iam_role_policy.put; list the actions that are needed, without iam:PutGroupPolicy
}

# On itself.
resource "aws_iam_role" "self" {
  name               = "self"
  assume_role_policy = "{}"
}

resource "aws_iam_role_policy" "self" {
  role   = aws_iam_role.self.id
  policy = jsonencode({ Statement = { Effect = "Allow", Action = "iam:PutRolePolicy", Resource = aws_iam_role.self.arn } }) # expect error: aws_iam_role.self can give itself any permissions: it is allowed iam:PutRolePolicy by aws_iam_role_policy.self; limit iam:PutRolePolicy to what it is needed for
}

data "aws_iam_policy_document" "own" {
  statement {
    actions   = ["iam:AttachUserPolicy"] # expect error: aws_iam_user.own can give itself any permissions: it is allowed iam:AttachUserPolicy by data.aws_iam_policy_document.own; limit iam:AttachUserPolicy to what it is needed for
    resources = ["arn:aws:iam::*:user/&{aws:username}"]
  }
}

resource "aws_iam_user" "own" {
  name = "own"
}

resource "aws_iam_user_policy" "own" {
  user   = aws_iam_user.own.name
  policy = data.aws_iam_policy_document.own.json
}

# In one region, and on all resources of the kind.
resource "aws_iam_role_policy" "region" {
  role   = "region"
  policy = jsonencode({ Statement = { Effect = "Allow", Action = "ssm:SendCommand", Resource = ["arn:aws:ec2:eu-west-1:123456789012:instance/*", "arn:aws:ssm:*:*:document/AWS-RunShellScript"] } }) # expect error: role "region" can run its own commands on any host, with the host's role: it is allowed ssm:SendCommand by aws_iam_role_policy.region; limit ssm:SendCommand to what it is needed for
}

# Without a document that runs commands, and with port forwarding only, there is no shell.
resource "aws_iam_role_policy" "documents" {
  role = "documents"
  policy = jsonencode({ Statement = [
    { Effect = "Allow", Action = "ssm:SendCommand", Resource = ["arn:aws:ec2:*:*:instance/*", "arn:aws:ssm:*:*:document/restart"] },
    { Effect = "Allow", Action = "ssm:StartSession", Resource = ["arn:aws:ec2:*:*:instance/*", "arn:aws:ssm:*:*:document/AWS-StartPortForwardingSession"], Condition = { BoolIfExists = { "ssm:SessionDocumentAccessCheck" = "true" } } },
  ] })
}

# Conditions on the caller, the place or the time.
resource "aws_iam_role_policy" "limited" {
  role = "limited"
  policy = jsonencode({ Statement = {
    Effect    = "Allow"
    Action    = "lambda:UpdateFunctionCode" # expect notice: role "limited" can run its own code with the role of any function within conditions: it is allowed lambda:UpdateFunctionCode by aws_iam_role_policy.limited; limit lambda:UpdateFunctionCode to what it is needed for
    Resource  = "*"
    Condition = { Bool = { "aws:MultiFactorAuthPresent" = "true" } }
  } })
}

# Less than other roles' permissions, and nothing else reports it.
resource "aws_iam_role_policy" "mild" {
  role   = "mild"
  policy = jsonencode({ Statement = { Effect = "Allow", Action = "ecr:PutRegistryPolicy", Resource = "*" } }) # expect warning: role "mild" can let any account replicate images into the registry: it is allowed ecr:PutRegistryPolicy by aws_iam_role_policy.mild; take ecr:PutRegistryPolicy out
}

# All but.
resource "aws_iam_role_policy" "but" {
  role = "but"
  policy = jsonencode({ Statement = {
    Effect    = "Allow"
    NotAction = ["iam:*", "organizations:*", "s3:*"] # expect error: role "but" can run its own code with the role of any function, one of 2 such ways: it is allowed lambda:UpdateFunctionCode by aws_iam_role_policy.but; list the actions that are needed, without lambda:UpdateFunctionCode
    Resource  = "arn:aws:lambda:*:*:*"
  } })
}

# An administrator of what has a tag is none of the rest.
resource "aws_iam_role_policy" "tagged" {
  role = "tagged"
  policy = jsonencode({ Statement = [
    { Effect = "Allow", Action = "*", Resource = "*", Condition = { StringEquals = { "aws:ResourceTag/team" = "web" } } },
    { Effect = "Allow", Action = "iam:PutRolePolicy", Resource = "*" }, # expect error: role "tagged" can give any role any permissions: it is allowed iam:PutRolePolicy by statement 2 of aws_iam_role_policy.tagged; limit iam:PutRolePolicy to what it is needed for
  ] })
}

# A denial of one service leaves the others.
resource "aws_iam_role_policy" "not_hosts" {
  role = "not_hosts"
  policy = jsonencode({ Statement = [
    { Effect = "Allow", Action = ["iam:PassRole", "ecs:RunTask"], Resource = "*" }, # expect error: role "not_hosts" can run any task with other commands, and any role that ECS tasks can take: it is allowed iam:PassRole and ecs:RunTask by statement 1 of aws_iam_role_policy.not_hosts; limit iam:PassRole to the roles that are needed
    { Effect = "Deny", Action = "iam:PassRole", Resource = "*", Condition = { StringEquals = { "iam:PassedToService" = "ec2.amazonaws.com" } } },
  ] })
}

# Less than other roles' permissions, where aws_iam_policy_wildcard_resource is silent: in one region.
resource "aws_iam_role_policy" "images" {
  role   = "images"
  policy = jsonencode({ Statement = { Effect = "Allow", Action = ["ecr:BatchDeleteImage"], Resource = "arn:aws:ecr:eu-west-1:123456789012:repository/*" } }) # expect warning: role "images" can delete the images that tasks and nodes start from: it is allowed ecr:BatchDeleteImage by aws_iam_role_policy.images; limit ecr:BatchDeleteImage to what it is needed for
}
