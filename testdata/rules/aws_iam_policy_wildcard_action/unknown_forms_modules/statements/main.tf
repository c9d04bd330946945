variable "statements" {
  type = any
}

resource "aws_iam_policy" "of_statements" {
  policy = jsonencode({ Version = "2012-10-17", Statement = var.statements })
}
