variable "account" {
  type = string
}

# Part of a name is known, and that it is one.
resource "aws_iam_role_policy" "app" {
  role = "app"
  policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Action    = "sqs:SendMessage"
      Resource  = "arn:aws:sqs:eu-west-1:${var.account}:jobs"
      Condition = { StringEquals = { "aws:SourceAccount" = var.account } }
    }]
  })
}
