# Policies that go into modules and come out of them. The directories fires_, silent_ and unknown_forms_modules hold the same
# forms.

resource "aws_sqs_queue" "jobs" {
  name = "jobs"
}

module "argument" {
  source = "./action"

  queue  = aws_sqs_queue.jobs.arn
  action = "ecs:DescribeTasks"
}

module "list" {
  source = "./list"

  queue   = aws_sqs_queue.jobs.arn
  actions = ["ecr:GetAuthorizationToken", "ecs:DescribeTasks"]
}

module "statements" {
  source = "./statements"

  statements = [
    { Effect = "Allow", Action = "sqs:SendMessage", Resource = aws_sqs_queue.jobs.arn },
    {
      Sid      = "Deploy"
      Effect   = "Allow"
      Action   = "ecs:DescribeTasks"
      Resource = "*"
    },
  ]
}

module "json" {
  source = "./json"

  policy = jsonencode({
    Statement = [{
      Sid      = "Deploy"
      Effect   = "Allow"
      Action   = "ecs:DescribeTasks"
      Resource = ["*", aws_sqs_queue.jobs.arn]
    }]
  })
}

locals {
  policy = jsonencode({
    Statement = [{
      Sid      = "Deploy"
      Effect   = "Allow"
      Action   = "ecs:DescribeTasks"
      Resource = ["*", aws_sqs_queue.jobs.arn]
    }]
  })
}

module "json_of_local" {
  source = "./json"

  policy = local.policy
}

module "heredoc" {
  source = "./json"

  policy = <<-EOF
    {
      "Id": "${aws_sqs_queue.jobs.arn}",
      "Statement": {
        "Sid": "Deploy",
        "Effect": "Allow",
        "Action": "ecs:DescribeTasks",
        "Resource": "*"
      }
    }
  EOF
}

data "aws_iam_policy_document" "deploy" {
  statement {
    sid       = "Deploy"
    actions   = ["ecs:DescribeTasks"]
    resources = ["*", aws_sqs_queue.jobs.arn]
  }
}

# The document is reported where it is written.
module "data" {
  source = "./json"

  policy = data.aws_iam_policy_document.deploy.json
}

module "for_each" {
  source   = "./action"
  for_each = { jobs = aws_sqs_queue.jobs.arn }

  queue  = each.value
  action = "ecs:DescribeTasks"
}

module "output" {
  source = "./output"

  queue  = aws_sqs_queue.jobs.arn
  action = "ecs:DescribeTasks"
}

resource "aws_iam_policy" "output" {
  policy = module.output.json
}

module "output_indexed" {
  source = "./output"
  count  = 1

  queue  = aws_sqs_queue.jobs.arn
  action = "ecs:DescribeTasks"
}

resource "aws_iam_policy" "output_indexed" {
  policy = jsonencode({ Statement = [module.output_indexed[0].statement] })
}

module "output_of_output" {
  source = "./outer"

  queue  = aws_sqs_queue.jobs.arn
  action = "ecs:DescribeTasks"
}

resource "aws_iam_policy" "output_of_output" {
  policy = module.output_of_output.json
}

module "through_module" {
  source = "./through"

  statements = [{
    Sid      = "Deploy"
    Effect   = "Allow"
    Action   = "ecs:DescribeTasks"
    Resource = ["*", aws_sqs_queue.jobs.arn]
  }]
}
