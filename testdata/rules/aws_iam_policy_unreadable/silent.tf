resource "aws_sqs_queue" "jobs" {
  name = "jobs"
}

resource "aws_iam_role_policy" "app" {
  role = "app"
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = ["sqs:SendMessage"], Resource = [aws_sqs_queue.jobs.arn, "${aws_sqs_queue.jobs.arn}/*"] }]
  })
}
