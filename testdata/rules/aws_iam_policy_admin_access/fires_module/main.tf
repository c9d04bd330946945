data "aws_iam_policy_document" "admin" {
  statement {
    actions   = ["*"] # expect error: data.aws_iam_policy_document.admin allows every action on every resource, which makes its holder an administrator of the account; list the actions and resources that are needed
    resources = ["*"]
  }
}

# The document is reported where it is written, not here.
module "document" {
  source = "./role"

  policy    = data.aws_iam_policy_document.admin.json
  documents = [data.aws_iam_policy_document.admin.json]
  actions   = ["s3:GetObject"]
}

# So is the policy of a resource that goes to other modules to be merged.
resource "aws_iam_policy" "shared" {
  policy = jsonencode({
    Statement = [{
      Effect   = "Allow"
      Action   = "*" # expect error: aws_iam_policy.shared allows every action on every resource, which makes its holder an administrator of the account; list the actions and resources that are needed
      Resource = ["*", aws_s3_bucket.app.arn]
    }]
  })
}

module "shared" {
  source   = "./role"
  for_each = toset(["blue", "green"])

  policy    = aws_iam_policy.shared.policy
  documents = [data.aws_iam_policy_document.admin.json, aws_iam_policy.shared.policy]
  actions   = ["s3:GetObject"]
}

# What is written in the call is reported in the call.
module "inline" {
  source = "./role"

  policy    = jsonencode({ Statement = [{ Effect = "Allow", Action = "*", Resource = [aws_s3_bucket.app.arn, "*"] }] }) # expect error: aws_iam_role_policy.given allows every action on every resource, which makes its holder an administrator of the account; list the actions and resources that are needed; at line 41 of main.tf
  documents = []
  actions   = ["*"] # expect error: statement "Own" of data.aws_iam_policy_document.own allows every action on every resource, which makes its holder an administrator of the account; list the actions and resources that are needed
}

module "fine" {
  source = "./role"

  policy    = jsonencode({ Statement = [] })
  documents = []
  actions   = ["s3:GetObject"]
}

resource "aws_s3_bucket" "app" {
  bucket = "app"
}

# What comes out of a module is reported there if it is a data source, otherwise here.
module "documents" {
  source = "./documents"
}

resource "aws_iam_policy" "document" {
  policy = module.documents.document
}

resource "aws_iam_policy" "text" {
  policy = module.documents.text # expect error: aws_iam_policy.text allows every action on every resource, which makes its holder an administrator of the account; list the actions and resources that are needed; at line 13 of documents/main.tf
}
