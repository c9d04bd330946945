resource "aws_ecr_repository_policy" "app" {
  repository = aws_ecr_repository.app.name
  policy     = data.aws_iam_policy_document.app.json
}

resource "aws_ecr_repository" "app" {
  name = "app"
}

data "aws_iam_policy_document" "app" {
  statement {
    sid     = "Pipeline"
    actions = ["ecr:*"] # expect warning: statement "Pipeline" of data.aws_iam_policy_document.app lets arn:aws:iam::123456789012:role/pipeline delete images, delete the repository, change its policy, change which images expire, make its tags mutable and switch off its scans (ecr:*); list only the actions that pulling or pushing takes

    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::123456789012:role/pipeline"]
    }
  }

  statement {
    sid = "Partner"
    actions = [
      "ecr:BatchGetImage",
      "ecr:GetDownloadUrlForLayer",
      "ecr:SetRepositoryPolicy", # expect warning: statement "Partner" of data.aws_iam_policy_document.app lets account 210987654321 change its policy (ecr:SetRepositoryPolicy); list only the actions that pulling or pushing takes
    ]

    principals {
      type        = "AWS"
      identifiers = ["210987654321"]
    }
  }
}
