variable "queue" {
  type = string
}

variable "action" {
  type = string
}

resource "aws_iam_policy" "of_action" {
  policy = jsonencode({
    Statement = [{
      Sid      = "Deploy"
      Effect   = "Allow"
      Action   = var.action
      Resource = ["*", var.queue]
    }]
  })
}
