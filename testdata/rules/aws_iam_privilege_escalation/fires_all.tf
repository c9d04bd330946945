# What only the preset "all" reports: what a pipeline, or what rotates secrets, may be there for.
resource "aws_ecr_repository" "agent" {
  name = "agent"
}

resource "aws_secretsmanager_secret" "db" {
  name = "db"
}

resource "aws_ecs_task_definition" "agent" {
  family = "agent"
  container_definitions = jsonencode([{
    name       = "agent"
    image      = "${aws_ecr_repository.agent.repository_url}:1"
    privileged = true
    secrets    = [{ name = "DB", valueFrom = "${aws_secretsmanager_secret.db.arn}:password::" }]
  }])
}

data "aws_iam_policy_document" "push" {
  statement {
    actions   = ["ecr:InitiateLayerUpload", "ecr:UploadLayerPart", "ecr:CompleteLayerUpload", "ecr:PutImage"] # expect notice: role "push" can put another image in the place of one that a privileged container starts from: it is allowed ecr:InitiateLayerUpload, ecr:UploadLayerPart, ecr:CompleteLayerUpload and ecr:PutImage by data.aws_iam_policy_document.push; make the repository's tags immutable
    resources = [aws_ecr_repository.agent.arn]
  }
}

resource "aws_iam_role_policy" "push" {
  role   = "push"
  policy = data.aws_iam_policy_document.push.json
}

resource "aws_iam_role_policy" "rotate" {
  role   = "rotate"
  policy = jsonencode({ Statement = { Effect = "Allow", Action = "secretsmanager:PutSecretValue", Resource = aws_secretsmanager_secret.db.arn } }) # expect notice: role "rotate" can change a secret that containers start with: it is allowed secretsmanager:PutSecretValue by aws_iam_role_policy.rotate; limit secretsmanager:PutSecretValue to what it is needed for
}

# Of others nobody starts anything.
resource "aws_ecr_repository" "plain" {
  name = "plain"
}

resource "aws_ecr_repository" "fixed" {
  name                 = "fixed"
  image_tag_mutability = "IMMUTABLE"
}

resource "aws_iam_role_policy" "plain" {
  role = "plain"
  policy = jsonencode({ Statement = {
    Effect   = "Allow"
    Action   = ["ecr:InitiateLayerUpload", "ecr:UploadLayerPart", "ecr:CompleteLayerUpload", "ecr:PutImage"]
    Resource = [aws_ecr_repository.plain.arn, aws_ecr_repository.fixed.arn]
  } })
}
