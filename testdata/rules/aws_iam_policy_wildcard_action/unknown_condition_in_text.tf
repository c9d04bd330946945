# A condition in a text decides about a part of one statement.

variable "production" {
  type = bool
}

resource "aws_iam_role_policy" "app" {
  role   = "app"
  policy = <<-EOF
    {
      "Version": "2012-10-17",
      "Statement": [{
        "Effect": "Allow",
        "Action": "ecs:${var.production ? "DescribeTasks" : "*"}",
        "Resource": "*"
      }]
    }
  EOF
}

resource "aws_iam_role_policy" "effect" {
  role = "app"
  policy = jsonencode({
    Statement = [{ Effect = var.production ? "Allow" : "Deny", Action = "ecs:*", Resource = "*" }]
  })
}
