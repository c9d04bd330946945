resource "aws_iam_role" "task" {
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "ecs-tasks.amazonaws.com" } # expect notice: aws_iam_role.task lets ecs-tasks.amazonaws.com assume the role for whatever account it works for; add a condition on aws:SourceAccount
    }]
  })
}

data "aws_iam_policy_document" "build" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["codebuild.amazonaws.com"] # expect notice: data.aws_iam_policy_document.build lets codebuild.amazonaws.com assume the role for whatever account it works for; add a condition on aws:SourceAccount
    }
  }
}

resource "aws_iam_role" "build" {
  assume_role_policy = data.aws_iam_policy_document.build.json
}
