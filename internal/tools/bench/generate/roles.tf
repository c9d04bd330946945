resource "aws_iam_role" "task_NNN" {
  name = "task-NNN"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "ecs-tasks.amazonaws.com" }
    }]
  })
}

resource "aws_iam_role_policy" "task_NNN" {
  role = aws_iam_role.task_NNN.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["s3:GetObject", "s3:PutObject"]
        Resource = "arn:aws:s3:::task-NNN-${var.region}/*"
      },
      {
        Effect   = "Allow"
        Action   = "sqs:SendMessage"
        Resource = "arn:aws:sqs:${var.region}:123456789012:task-NNN"
      },
    ]
  })
}

data "aws_iam_policy_document" "task_NNN" {
  statement {
    sid       = "Secrets"
    actions   = ["secretsmanager:GetSecretValue"]
    resources = ["arn:aws:secretsmanager:${var.region}:123456789012:secret:task-NNN-*"]
  }

  statement {
    actions   = ["dynamodb:GetItem", "dynamodb:Query"]
    resources = ["arn:aws:dynamodb:${var.region}:123456789012:table/task-NNN"]
  }
}

resource "aws_iam_policy" "task_NNN" {
  name   = "task-NNN"
  policy = data.aws_iam_policy_document.task_NNN.json
}

resource "aws_iam_role_policy_attachment" "task_NNN" {
  role       = aws_iam_role.task_NNN.name
  policy_arn = aws_iam_policy.task_NNN.arn
}

resource "aws_iam_role" "build_NNN" {
  name = "build-NNN"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "codebuild.amazonaws.com" }
    }]
  })
}

resource "aws_iam_role_policy" "build_NNN" {
  role = aws_iam_role.build_NNN.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["s3:GetObject", "s3:PutObject"]
        Resource = "arn:aws:s3:::build-NNN-${var.region}/*"
      },
      {
        Effect   = "Allow"
        Action   = "sqs:SendMessage"
        Resource = "arn:aws:sqs:${var.region}:123456789012:build-NNN"
      },
    ]
  })
}

data "aws_iam_policy_document" "build_NNN" {
  statement {
    sid       = "Secrets"
    actions   = ["secretsmanager:GetSecretValue"]
    resources = ["arn:aws:secretsmanager:${var.region}:123456789012:secret:build-NNN-*"]
  }

  statement {
    actions   = ["dynamodb:GetItem", "dynamodb:Query"]
    resources = ["arn:aws:dynamodb:${var.region}:123456789012:table/build-NNN"]
  }
}

resource "aws_iam_policy" "build_NNN" {
  name   = "build-NNN"
  policy = data.aws_iam_policy_document.build_NNN.json
}

resource "aws_iam_role_policy_attachment" "build_NNN" {
  role       = aws_iam_role.build_NNN.name
  policy_arn = aws_iam_policy.build_NNN.arn
}

resource "aws_iam_role" "deploy_NNN" {
  name = "deploy-NNN"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "codedeploy.amazonaws.com" }
    }]
  })
}

resource "aws_iam_role_policy" "deploy_NNN" {
  role = aws_iam_role.deploy_NNN.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["s3:GetObject", "s3:PutObject"]
        Resource = "arn:aws:s3:::deploy-NNN-${var.region}/*"
      },
      {
        Effect   = "Allow"
        Action   = "sqs:SendMessage"
        Resource = "arn:aws:sqs:${var.region}:123456789012:deploy-NNN"
      },
    ]
  })
}

data "aws_iam_policy_document" "deploy_NNN" {
  statement {
    sid       = "Secrets"
    actions   = ["secretsmanager:GetSecretValue"]
    resources = ["arn:aws:secretsmanager:${var.region}:123456789012:secret:deploy-NNN-*"]
  }

  statement {
    actions   = ["dynamodb:GetItem", "dynamodb:Query"]
    resources = ["arn:aws:dynamodb:${var.region}:123456789012:table/deploy-NNN"]
  }
}

resource "aws_iam_policy" "deploy_NNN" {
  name   = "deploy-NNN"
  policy = data.aws_iam_policy_document.deploy_NNN.json
}

resource "aws_iam_role_policy_attachment" "deploy_NNN" {
  role       = aws_iam_role.deploy_NNN.name
  policy_arn = aws_iam_policy.deploy_NNN.arn
}

resource "aws_iam_role_policy" "pass_NNN" {
  name = "pass"
  role = aws_iam_role.deploy_NNN.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "iam:PassRole"
      Resource  = aws_iam_role.task_NNN.arn
      Condition = { StringEquals = { "iam:PassedToService" = "ecs-tasks.amazonaws.com" } }
    }]
  })
}
