data "aws_iam_policy_document" "deploy" {
  statement {
    sid       = "Deploy"
    actions   = ["*"] # expect error: statement "Deploy" of data.aws_iam_policy_document.deploy allows every action on every resource, which makes its holder an administrator of the account; list the actions and resources that are needed
    resources = ["*"]
  }
}

resource "aws_iam_policy" "deploy" {
  name   = "deploy"
  policy = data.aws_iam_policy_document.deploy.json
}
