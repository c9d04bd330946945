data "aws_iam_policy_document" "fine" {
  # Nothing but reading.
  statement {
    actions = [
      "autoscaling:Describe*", "cloudwatch:Get*", "ec2:Describe*", "ecr:BatchGet*", "ecr:Describe*", "ecr:Get*", "ecr:List*",
      "ecs:Describe*", "ecs:List*", "eks:Describe*", "eks:List*", "logs:Describe*", "logs:List*", "s3:Get*", "s3:List*",
    ]
    resources = ["*"]
  }
  # What ECS Exec needs.
  statement {
    actions   = ["ssmmessages:*", "ec2messages:*"]
    resources = ["*"]
  }
  statement {
    actions   = ["support:*"]
    resources = ["*"]
  }
  # The variants of one operation.
  statement {
    actions   = ["kms:Decrypt*", "kms:GenerateDataKey*", "kms:ReEncrypt*"]
    resources = [aws_kms_key.app.arn]
  }
  statement {
    actions   = ["logs:*LogDelivery"]
    resources = ["*"]
  }
  # A service on single resources.
  statement {
    actions   = ["s3:*"]
    resources = [aws_s3_bucket.app.arn, "${aws_s3_bucket.app.arn}/*", "arn:aws:s3:::logs-*"]
  }
  statement {
    actions   = ["s3:Put*", "s3:PutObject*"]
    resources = ["${aws_s3_bucket.app.arn}/*"]
  }
  statement {
    actions   = ["sqs:*"]
    resources = ["arn:aws:sqs:*:*:jobs"]
  }
  # Not in the facts about actions.
  statement {
    actions   = ["nosuchservice:*"]
    resources = ["*"]
  }
  statement {
    effect    = "Deny"
    actions   = ["ecs:*"]
    resources = ["*"]
  }
}

resource "aws_kms_key" "app" {
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = "kms:*", Resource = "*", Principal = { AWS = "arn:aws:iam::123456789012:root" } }]
  })
}

resource "aws_s3_bucket" "app" {
  bucket = "app"
}

resource "aws_iam_policy" "fine" {
  policy = data.aws_iam_policy_document.fine.json
}

# Administrator access, which is for another rule.
resource "aws_iam_policy" "admin" {
  policy = jsonencode({
    Statement = [
      { Effect = "Allow", Action = ["*", "ecs:*"], Resource = "*" },
      { Effect = "Allow", Action = ["iam:*", "ecs:*"], Resource = "*" },
      { Effect = "Allow", NotAction = ["iam:*"], Resource = "*" },
    ]
  })
}

# A policy of a resource.
resource "aws_sqs_queue_policy" "jobs" {
  queue_url = "jobs"
  policy    = data.aws_iam_policy_document.queue.json
}

data "aws_iam_policy_document" "queue" {
  statement {
    actions   = ["sqs:*"]
    resources = ["*"]
    principals {
      type        = "AWS"
      identifiers = ["123456789012"]
    }
  }
}

# What the same document denies.
resource "aws_iam_policy" "denied" {
  policy = jsonencode({ Statement = [
    { Effect = "Allow", Action = ["sqs:*", "sns:*"], Resource = "*" },
    { Effect = "Deny", Action = ["sqs:*", "sn?:*"], Resource = "*" },
  ] })
}

# The boundary leaves nothing of it, or nothing that writes.
resource "aws_iam_role" "reader" {
  name                 = "reader"
  assume_role_policy   = "{}"
  permissions_boundary = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}

resource "aws_iam_role_policy" "reader" {
  role   = aws_iam_role.reader.id
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = ["sqs:*", "s3:Put*"], Resource = "*" }] })
}
