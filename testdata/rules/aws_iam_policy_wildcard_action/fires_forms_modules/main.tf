# Policies that go into modules and come out of them. The directories fires_, silent_ and unknown_forms_modules hold the same
# forms.

resource "aws_sqs_queue" "jobs" {
  name = "jobs"
}

module "argument" {
  source = "./action"

  queue  = aws_sqs_queue.jobs.arn
  action = "ecs:*" # expect warning: statement "Deploy" of aws_iam_policy.of_action allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed
}

module "list" {
  source = "./list"

  queue   = aws_sqs_queue.jobs.arn
  actions = ["ecr:GetAuthorizationToken", "ecs:*"] # expect warning: statement "Deploy" of data.aws_iam_policy_document.of_list allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed
}

module "statements" {
  source = "./statements"

  statements = [ # expect warning: statement "Deploy" of aws_iam_policy.of_statements allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed; at line 30 of main.tf
    { Effect = "Allow", Action = "sqs:SendMessage", Resource = aws_sqs_queue.jobs.arn },
    {
      Sid      = "Deploy"
      Effect   = "Allow"
      Action   = "ecs:*"
      Resource = "*"
    },
  ]
}

module "json" {
  source = "./json"

  policy = jsonencode({ # expect warning: statement "Deploy" of aws_iam_policy.of_json allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed; at line 43 of main.tf
    Statement = [{
      Sid      = "Deploy"
      Effect   = "Allow"
      Action   = "ecs:*"
      Resource = ["*", aws_sqs_queue.jobs.arn]
    }]
  })
}

locals {
  policy = jsonencode({
    Statement = [{
      Sid      = "Deploy"
      Effect   = "Allow"
      Action   = "ecs:*"
      Resource = ["*", aws_sqs_queue.jobs.arn]
    }]
  })
}

module "json_of_local" {
  source = "./json"

  policy = local.policy # expect warning: statement "Deploy" of aws_iam_policy.of_json allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed; at line 54 of main.tf
}

module "heredoc" {
  source = "./json"

  # expect-below warning: statement "Deploy" of aws_iam_policy.of_json allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed; at line 76 of main.tf, Statement.Action
  policy = <<-EOF
    {
      "Id": "${aws_sqs_queue.jobs.arn}",
      "Statement": {
        "Sid": "Deploy",
        "Effect": "Allow",
        "Action": "ecs:*",
        "Resource": "*"
      }
    }
  EOF
}

data "aws_iam_policy_document" "deploy" {
  statement {
    sid       = "Deploy"
    actions   = ["ecs:*"] # expect warning: statement "Deploy" of data.aws_iam_policy_document.deploy allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed
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
  action = "ecs:*" # expect warning: statement "Deploy" of aws_iam_policy.of_action allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed
}

module "output" {
  source = "./output"

  queue  = aws_sqs_queue.jobs.arn
  action = "ecs:*"
}

resource "aws_iam_policy" "output" {
  policy = module.output.json # expect warning: statement "Deploy" of aws_iam_policy.output allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed; at line 110
}

module "output_indexed" {
  source = "./output"
  count  = 1

  queue  = aws_sqs_queue.jobs.arn
  action = "ecs:*"
}

resource "aws_iam_policy" "output_indexed" {
  policy = jsonencode({ Statement = [module.output_indexed[0].statement] }) # expect warning: statement "Deploy" of aws_iam_policy.output_indexed allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed; at line 122
}

module "output_of_output" {
  source = "./outer"

  queue  = aws_sqs_queue.jobs.arn
  action = "ecs:*"
}

resource "aws_iam_policy" "output_of_output" {
  policy = module.output_of_output.json # expect warning: statement "Deploy" of aws_iam_policy.output_of_output allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed; at line 133
}

module "through_module" {
  source = "./through"

  statements = [{ # expect warning: statement "Deploy" of aws_iam_policy.of_json allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed; at line 146 of main.tf
    Sid      = "Deploy"
    Effect   = "Allow"
    Action   = "ecs:*"
    Resource = ["*", aws_sqs_queue.jobs.arn]
  }]
}
