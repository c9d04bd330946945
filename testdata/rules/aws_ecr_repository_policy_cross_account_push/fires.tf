provider "aws" {
  region              = "eu-west-1"
  allowed_account_ids = ["123456789012"]
}

resource "aws_ecr_repository_policy" "app" {
  repository = aws_ecr_repository.app.name
  policy     = data.aws_iam_policy_document.push.json
}

resource "aws_ecr_repository" "app" {
  name = "app"
}

data "aws_iam_policy_document" "push" {
  statement {
    sid = "Push"
    actions = [
      "ecr:CompleteLayerUpload",
      "ecr:InitiateLayerUpload",
      "ecr:PutImage",
      "ecr:UploadLayerPart",
    ]

    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::210987654321:root"] # expect warning: statement "Push" of data.aws_iam_policy_document.push lets account 210987654321 push images from another account than the repository's; let only roles of its own account push
    }
  }
}
