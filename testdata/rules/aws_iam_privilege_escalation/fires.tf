resource "aws_iam_role" "pipeline" {
  name               = "pipeline"
  assume_role_policy = data.aws_iam_policy_document.codebuild.json
}

resource "aws_iam_role_policy" "roles" {
  name = "roles"
  role = aws_iam_role.pipeline.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid      = "Roles"
      Effect   = "Allow"
      Action   = ["iam:GetRole", "iam:PassRole"] # expect error: aws_iam_role.pipeline, held by builds, can run any task with other commands, and any role that ECS tasks can take, one of 2 such ways: it is allowed iam:PassRole by statement "Roles" of aws_iam_role_policy.roles, ecs:RunTask by aws_iam_policy.migrate; limit iam:PassRole to the roles that are needed
      Resource = "*"
    }]
  })
}

# Harmless by itself.
resource "aws_iam_policy" "migrate" {
  name = "migrate"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["ecs:RunTask", "ecs:StartTask", "ecs:DescribeTasks"]
      Resource = "*"
    }]
  })
}

resource "aws_iam_role_policy_attachment" "migrate" {
  role       = aws_iam_role.pipeline.name
  policy_arn = aws_iam_policy.migrate.arn
}

data "aws_iam_policy_document" "codebuild" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["codebuild.amazonaws.com"]
    }
  }
}
