data "aws_iam_policy_document" "fine" {
  # None of them can be limited to resources.
  statement {
    actions = [
      "ec2:DescribeInstances",
      "ecr:CreatePullThroughCacheRule",
      "ecr:GetAuthorizationToken",
      "ecs:DeregisterTaskDefinition",
      "ecs:ListClusters",
      "eks:CreateCluster",
      "kms:CreateKey",
      "logs:PutResourcePolicy",
      "ssmmessages:CreateControlChannel",
      "ssmmessages:OpenDataChannel",
      "sts:GetCallerIdentity",
      "xray:PutTraceSegments",
    ]
    resources = ["*"]
  }
  # They only read.
  statement {
    actions   = ["s3:GetObject", "dynamodb:Query", "ecs:Describe*", "ecr:DescribeImages", "eks:DescribeCluster"]
    resources = ["*"]
  }
  # What AWS's own policies grant on everything.
  statement {
    actions   = ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer", "logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents", "cloudwatch:PutMetricData"]
    resources = ["*"]
  }
  statement {
    actions   = ["ec2:CreateNetworkInterface", "ec2:DescribeNetworkInterfaces", "ec2:DeleteNetworkInterface", "ssm:UpdateInstanceInformation", "ec2:CreateTags"]
    resources = ["*"]
  }
  # A rule of its own.
  statement {
    actions   = ["iam:PassRole"]
    resources = ["*"]
  }
  # Names, and prefixes of names.
  statement {
    actions   = ["s3:PutObject", "s3:DeleteObject"]
    resources = ["${aws_s3_bucket.app.arn}/*", "arn:aws:s3:::logs-*", "arn:aws:s3:::other/*"]
  }
  statement {
    actions   = ["logs:DeleteLogStream", "logs:PutLogEvents"]
    resources = ["${aws_cloudwatch_log_group.app.arn}:*", "arn:aws:logs:*:*:log-group:/ecs/app:*"]
  }
  statement {
    actions   = ["ssm:GetParameters", "secretsmanager:GetSecretValue"]
    resources = ["arn:aws:ssm:*:*:parameter/app/*", "arn:aws:secretsmanager:*:*:secret:app-*"]
  }
  # Each action has a resource of its own here; every policy is not every role.
  statement {
    actions   = ["iam:CreatePolicy", "iam:AttachRolePolicy"]
    resources = ["arn:aws:iam::*:policy/*", "arn:aws:iam::*:role/app-*"]
  }
  statement {
    actions   = ["ec2:RunInstances"]
    resources = ["arn:aws:ec2:*:*:instance/*", "arn:aws:ec2:*:*:volume/*", "arn:aws:ec2:*:*:subnet/subnet-1"]
  }
  # Of another service.
  statement {
    actions   = ["s3:PutObject"]
    resources = ["arn:aws:sqs:*:*:*"]
  }
  # Limited by what is done to it.
  statement {
    actions   = ["ecs:RunTask", "ecs:StopTask"]
    resources = ["*"]
    condition {
      test     = "ArnEquals"
      variable = "ecs:cluster"
      values   = [aws_ecs_cluster.main.arn]
    }
  }
  statement {
    actions   = ["ec2:TerminateInstances"]
    resources = ["*"]
    condition {
      test     = "StringEquals"
      variable = "ec2:ResourceTag/cluster"
      values   = ["main"]
    }
  }
  statement {
    actions   = ["elasticloadbalancing:ModifyLoadBalancerAttributes", "elasticloadbalancing:DeleteLoadBalancer"]
    resources = ["*"]
    condition {
      test     = "Null"
      variable = "aws:ResourceTag/elbv2.k8s.aws/cluster"
      values   = ["false"]
    }
  }
  # A tag that has to be there, whatever its value is.
  statement {
    actions   = ["ec2:CreateVolume"]
    resources = ["*"]
    condition {
      test     = "StringLike"
      variable = "aws:RequestTag/CSIVolumeName"
      values   = ["*"]
    }
  }
  statement {
    actions   = ["kms:Decrypt", "kms:CreateGrant"]
    resources = ["*"]
    condition {
      test     = "StringEquals"
      variable = "kms:ViaService"
      values   = ["secretsmanager.${var.region}.amazonaws.com"]
    }
  }
  statement {
    effect    = "Deny"
    actions   = ["s3:DeleteObject"]
    resources = ["*"]
  }
}

variable "region" {}

resource "aws_s3_bucket" "app" {
  bucket = "app"
}

resource "aws_cloudwatch_log_group" "app" {
  name = "app"
}

resource "aws_ecs_cluster" "main" {
  name = "main"
}

resource "aws_iam_policy" "fine" {
  policy = data.aws_iam_policy_document.fine.json
}

# What the other rules report.
resource "aws_iam_policy" "others" {
  policy = jsonencode({
    Statement = [
      { Effect = "Allow", Action = ["*"], Resource = "*" },
      { Effect = "Allow", Action = ["ecs:*", "sqs:SendMessage"], Resource = "*" },
      { Effect = "Allow", Action = ["s3:Put*", "sqs:SendMessage"], Resource = "*" },
    ]
  })
}

resource "aws_iam_policy" "boundary" {
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sqs:SendMessage", Resource = "*" }] })
}

# What the same document denies.
resource "aws_iam_policy" "denied" {
  policy = jsonencode({ Statement = [
    { Effect = "Allow", Action = ["sqs:SendMessage", "sqs:DeleteQueue"], Resource = "*" },
    { Effect = "Deny", Action = ["sqs:DeleteQueue", "sqs:Send*"], Resource = "*" },
  ] })
}

# What aws_iam_privilege_escalation tells of.
resource "aws_iam_role_policy" "escalates" {
  role   = "deploy"
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "lambda:UpdateFunctionCode", Resource = "*" }] })
}

# What another policy of the same role denies.
resource "aws_iam_role_policy" "allows" {
  role   = "guarded"
  policy = jsonencode({ Statement = { Effect = "Allow", Action = ["sqs:SendMessage", "sns:Publish"], Resource = "*" } })
}

resource "aws_iam_role_policy" "guard" {
  role   = "guarded"
  policy = jsonencode({ Statement = { Effect = "Deny", NotAction = ["s3:*"], Resource = "*" } })
}
