variable "allowed_actions" {
  type = list(string)
}

data "aws_iam_policy_document" "pipeline" {
  statement {
    sid       = "Pipeline"
    actions   = var.allowed_actions
    resources = ["*"]
  }
}

resource "aws_iam_policy" "pipeline" {
  policy = data.aws_iam_policy_document.pipeline.json
}
