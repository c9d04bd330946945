resource "aws_s3_bucket" "data_NNN" {
  bucket        = "data-NNN"
  force_destroy = false

  tags = {
    Service = "benchmark"
    Number  = "NNN"
  }
}

resource "aws_sqs_queue" "work_NNN" {
  name                       = "work-NNN"
  delay_seconds              = 5
  max_message_size           = 2048
  message_retention_seconds  = 86400
  receive_wait_time_seconds  = 10
  visibility_timeout_seconds = 60
  sqs_managed_sse_enabled    = true

  redrive_policy = jsonencode({
    deadLetterTargetArn = "arn:aws:sqs:eu-west-1:111122223333:dead-NNN"
    maxReceiveCount     = 4
  })
}
