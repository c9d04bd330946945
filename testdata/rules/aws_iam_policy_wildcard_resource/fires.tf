data "aws_iam_policy_document" "push" {
  statement {
    sid = "Push"
    actions = [
      "ecr:GetAuthorizationToken",
      "ecr:InitiateLayerUpload",
      "ecr:UploadLayerPart",
      "ecr:CompleteLayerUpload",
      "ecr:PutImage",
    ]
    resources = ["*"] # expect warning: statement "Push" of data.aws_iam_policy_document.push allows ecr:InitiateLayerUpload, ecr:UploadLayerPart, ecr:CompleteLayerUpload and ecr:PutImage on every resource, so one stolen credential reaches all of them; name the resources that are needed
  }
}

resource "aws_iam_policy" "push" {
  name   = "push"
  policy = data.aws_iam_policy_document.push.json
}
