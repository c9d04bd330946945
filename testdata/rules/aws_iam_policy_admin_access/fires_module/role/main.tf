variable "policy" {
  type = string
}

variable "documents" {
  type = list(string)
}

variable "actions" {
  type = list(string)
}

resource "aws_iam_role_policy" "given" {
  role   = "app"
  policy = var.policy
}

data "aws_iam_policy_document" "own" {
  source_policy_documents = var.documents

  statement {
    sid       = "Own"
    actions   = var.actions
    resources = ["*"]
  }
}

resource "aws_iam_role_policy" "own" {
  role   = "app"
  policy = data.aws_iam_policy_document.own.json
}
