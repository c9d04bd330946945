data "aws_iam_policy_document" "admin" {
  statement {
    actions   = ["*"]
    resources = ["*"]
  }
}

output "document" {
  value = data.aws_iam_policy_document.admin.json
}

output "text" {
  value = jsonencode({ Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }] })
}
