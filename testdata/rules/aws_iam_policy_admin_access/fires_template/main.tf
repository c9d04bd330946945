resource "aws_iam_role_policy" "template" {
  name = "template"
  role = "app"
  policy = templatefile("${path.module}/policy.json.tftpl", { # expect error: statement "Rest" of aws_iam_role_policy.template allows every action on every resource, which makes its holder an administrator of the account; list the actions and resources that are needed; at line 13 of policy.json.tftpl, Statement[1].Action[0]
    bucket  = aws_s3_bucket.app.arn
    actions = ["s3:GetObject", "s3:ListBucket"]
  })
}

resource "aws_iam_policy" "file" {
  policy = file("${path.module}/admin.json") # expect error: aws_iam_policy.file allows every action on every resource, which makes its holder an administrator of the account; list the actions and resources that are needed; at line 4 of admin.json, Statement.Action
}

data "template_file" "policy" {
  template = file("${path.module}/policy.json.tftpl") # expect error: statement "Rest" of aws_iam_user_policy.rendered allows every action on every resource, which makes its holder an administrator of the account; list the actions and resources that are needed; at line 13 of policy.json.tftpl, Statement[1].Action[0]

  vars = {
    bucket  = aws_s3_bucket.app.arn
    actions = jsonencode(["s3:GetObject"])
  }
}

resource "aws_iam_user_policy" "rendered" {
  user   = "ci"
  policy = data.template_file.policy.rendered
}

resource "aws_s3_bucket" "app" {
  bucket = "app"
}
