variable "queue" {
  type = string
}

variable "actions" {
  type = list(string)
}

data "aws_iam_policy_document" "of_list" {
  statement {
    sid       = "Deploy"
    actions   = var.actions
    resources = ["*", var.queue]
  }
}

resource "aws_iam_policy" "of_list" {
  policy = data.aws_iam_policy_document.of_list.json
}
