data "aws_iam_policy_document" "deploy" {
  statement {
    sid       = "Roles"
    actions   = ["iam:GetRole", "iam:PassRole"] # expect warning: statement "Roles" of data.aws_iam_policy_document.deploy allows iam:PassRole on every resource, so its holder can start things with the permissions of any of them; name the roles that are needed
    resources = ["*"]
  }
}

resource "aws_iam_policy" "deploy" {
  name   = "deploy"
  policy = data.aws_iam_policy_document.deploy.json
}
