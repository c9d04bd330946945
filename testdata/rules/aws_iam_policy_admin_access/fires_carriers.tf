resource "aws_iam_policy" "customer" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Sid = "Read", Effect = "Allow", Action = "s3:GetObject", Resource = "*" },
      {
        Effect   = "Allow"
        Action   = "*" # expect error: statement 2 of aws_iam_policy.customer allows every action on every resource, which makes its holder an administrator of the account; list the actions and resources that are needed
        Resource = "*"
      },
    ]
  })
}

resource "aws_iam_role_policy" "role" {
  role = "app"
  # expect-below error: aws_iam_role_policy.role allows every action on every resource, which makes its holder an administrator of the account; list the actions and resources that are needed; at line 23, Statement.Action[0]
  policy = <<EOF
{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Action": ["*:*"],
    "Resource": ["*"]
  }
}
EOF
}

resource "aws_iam_user_policy" "user" {
  user   = "ci"
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = ["s3:GetObject", "*"], Resource = "*" }] }) # expect error: aws_iam_user_policy.user allows every action on every resource, which makes its holder an administrator of the account; list the actions and resources that are needed
}

resource "aws_iam_group_policy" "group" {
  group  = "admins"
  policy = jsonencode({ Statement = [{ Sid = "", Effect = "Allow", Action = ["*"], Resource = "*" }] }) # expect error: aws_iam_group_policy.group allows every action on every resource, which makes its holder an administrator of the account; list the actions and resources that are needed
}

resource "aws_iam_role" "inline" {
  assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ec2.amazonaws.com" } }] })

  inline_policy {
    name = "everything"
    policy = jsonencode({
      Statement = [{
        Effect   = "Allow"
        Action   = ["*"] # expect error: inline policy "everything" of aws_iam_role.inline, held by instances, allows every action on every resource, which makes its holder an administrator of the account; list the actions and resources that are needed
        Resource = ["*"]
      }]
    })
  }
}

resource "aws_ssoadmin_permission_set_inline_policy" "set" {
  instance_arn       = "arn:aws:sso:::instance/ssoins-1"
  permission_set_arn = "arn:aws:sso:::permissionSet/ssoins-1/ps-1"
  inline_policy      = jsonencode({ Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }] }) # expect error: aws_ssoadmin_permission_set_inline_policy.set allows every action on every resource, which makes its holder an administrator of the account; list the actions and resources that are needed
}

resource "aws_iam_policy" "holes" {
  # expect-below error: statement "Everything" of aws_iam_policy.holes allows every action on every resource, which makes its holder an administrator of the account; list the actions and resources that are needed; at line 74, Statement[1].Action
  policy = <<EOF
{
  "Statement": [
    {
      "Effect": "Allow",
      "Action": ["ecs:UpdateService"],
      "Resource": ["${aws_ecs_service.web.id}"]
    },
    {
      "Sid": "Everything",
      "Effect": "Allow",
      "Action": "*",
      "Resource": "*"
    }
  ]
}
EOF
}

resource "aws_ecs_service" "web" {
  name = "web"
}
