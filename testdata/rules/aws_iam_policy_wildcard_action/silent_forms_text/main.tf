# Policies as JSON text: inline, put together of texts, and from files. The directories fires_, silent_ and unknown_forms_text
# hold the same forms.

variable "environment" {
  type = string
}

variable "debug" {
  type = bool
}

variable "queues" {
  type = list(string)
}

resource "aws_sqs_queue" "jobs" {
  name = "jobs"
}

locals {
  jobs     = jsonencode({ Effect = "Allow", Action = "sqs:SendMessage", Resource = aws_sqs_queue.jobs.arn })
  policies = "${path.module}/policies"
}

resource "aws_iam_policy" "heredoc" {
  name   = "heredoc"
  policy = <<EOF
{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "${aws_sqs_queue.jobs.arn}"},
    {
      "Sid": "Deploy",
      "Effect": "Allow",
      "Action": "ecs:DescribeTasks",
      "Resource": "*"
    }
  ]
}
EOF
}

resource "aws_iam_policy" "indented_heredoc" {
  name   = "indented_heredoc"
  policy = <<-EOF
    {
      "Version": "2012-10-17",
      "Statement": [
        {"Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "${aws_sqs_queue.jobs.arn}"},
        {
          "Sid": "Deploy",
          "Effect": "Allow",
          "Action": "ecs:DescribeTasks",
          "Resource": "*"
        }
      ]
    }
  EOF
}

resource "aws_iam_policy" "quoted" {
  name   = "quoted"
  policy = "{\"Id\": \"${var.environment}\", \"Statement\": {\"Sid\": \"Deploy\", \"Effect\": \"Allow\", \"Action\": \"ecs:DescribeTasks\", \"Resource\": \"*\"}}"
}

resource "aws_iam_policy" "format" {
  name = "format"
  policy = format("{\"Statement\": [%s, %s]}", local.jobs, jsonencode({
    Sid      = "Deploy"
    Effect   = "Allow"
    Action   = "ecs:DescribeTasks"
    Resource = "*"
  }))
}

resource "aws_iam_policy" "format_holes" {
  name   = "format_holes"
  policy = format("{\"Id\": \"%s\", \"Statement\": {\"Sid\": \"Deploy\", \"Effect\": \"Allow\", \"Action\": %q, \"Resource\": \"*\"}}", var.environment, "ecs:DescribeTasks")
}

resource "aws_iam_policy" "join" {
  name   = "join"
  policy = "{\"Statement\": [${join(",", [local.jobs, jsonencode({ Sid = "Deploy", Effect = "Allow", Action = "ecs:DescribeTasks", Resource = "*" })])}]}"
}

resource "aws_iam_policy" "replace" {
  name = "replace"
  policy = replace(<<-EOF
    {
      "Version": "2012-10-17",
      "Statement": [
        {"Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "QUEUE"},
        {
          "Sid": "Deploy",
          "Effect": "Allow",
          "Action": "ecs:DescribeTasks",
          "Resource": "*"
        }
      ]
    }
  EOF
  , "QUEUE", aws_sqs_queue.jobs.arn)
}

locals {
  parts = jsonencode({
    Sid      = "Deploy"
    Effect   = "Allow"
    Action   = "ecs:DescribeTasks"
    Resource = "*"
  })
}

resource "aws_iam_policy" "parts" {
  name   = "parts"
  policy = "{\"Statement\": [${local.jobs},${local.parts}]}"
}

resource "aws_iam_policy" "holes" {
  name   = "holes"
  policy = <<EOF
{
  "Id": "${var.environment}-deploy",
  "Statement": [
    {"Effect": "Allow", "Action": ${jsonencode(["sqs:SendMessage", "sqs:ReceiveMessage"])}, "Resource": ${jsonencode(var.queues)}},
    ${local.jobs},
    {
      "Sid": "Deploy",
      "Effect": "Allow",
      "Action": "ecs:DescribeTasks",
      "Resource": "*"
    }
  ]
}
EOF
}

resource "aws_iam_policy" "optional_member" {
  name   = "optional_member"
  policy = <<-EOF
    {
      "Statement": [{
        "Sid": "Deploy",
        "Effect": "Allow",
        %{~if var.debug~}
        "Comment": "for debugging",
        %{~endif~}
        "Action": "ecs:DescribeTasks",
        "Resource": ["*", "${aws_sqs_queue.jobs.arn}"]
      }]
    }
  EOF
}

resource "aws_iam_policy" "optional_statement" {
  name   = "optional_statement"
  policy = <<-EOF
    {
      "Statement": [
        ${local.jobs}
        %{~if var.debug~}
        ,{"Sid": "Deploy", "Effect": "Allow", "Action": "ecs:DescribeTasks", "Resource": "*"}
        %{~endif~}
      ]
    }
  EOF
}

resource "aws_iam_policy" "loop" {
  name   = "loop"
  policy = <<-EOF
    {
      "Statement": [
        %{~for action in ["ecr:GetAuthorizationToken", "ecs:DescribeTasks"]~}
        {"Sid": "Deploy", "Effect": "Allow", "Action": "${action}", "Resource": "*"},
        %{~endfor~}
        ${local.jobs}
      ]
    }
  EOF
}

resource "aws_iam_policy" "file" {
  name   = "file"
  policy = file("plain.json")
}

resource "aws_iam_policy" "templatefile" {
  name = "templatefile"
  policy = templatefile("${path.module}/policies/deploy.json.tftpl", {
    queue  = aws_sqs_queue.jobs.arn
    queues = var.queues
    debug  = var.debug
  })
}

resource "aws_iam_policy" "templatefile_argument" {
  name = "templatefile_argument"
  policy = templatefile("${path.module}/policies/argument.json.tftpl", {
    actions = ["ecr:GetAuthorizationToken", "ecs:DescribeTasks"]
    queue   = aws_sqs_queue.jobs.arn
  })
}

resource "aws_iam_policy" "templatefile_loop" {
  name = "templatefile_loop"
  policy = templatefile("${path.module}/policies/loop.json.tftpl", {
    sids  = ["Deploy"]
    queue = aws_sqs_queue.jobs.arn
  })
}

# How many there are is not known, what each of them is is.
resource "aws_iam_policy" "templatefile_unknown_loop" {
  name = "templatefile_unknown_loop"
  policy = templatefile("${path.module}/policies/loop.json.tftpl", {
    sids  = split(",", var.environment)
    queue = aws_sqs_queue.jobs.arn
  })
}

locals {
  template = <<-EOF
    {
      "Id": "$${queue}",
      "Statement": {
        "Sid": "Deploy",
        "Effect": "Allow",
        "Action": "ecs:DescribeTasks",
        "Resource": "*"
      }
    }
  EOF
}

resource "aws_iam_policy" "templatestring" {
  name = "templatestring"
  policy = templatestring(local.template, {
    queue = aws_sqs_queue.jobs.arn
  })
}

data "template_file" "template_file_inline" {
  template = <<-EOF
    {
      "Id": "$${queue}",
      "Statement": {
        "Sid": "Deploy",
        "Effect": "Allow",
        "Action": "ecs:DescribeTasks",
        "Resource": "*"
      }
    }
  EOF

  vars = {
    queue = aws_sqs_queue.jobs.arn
  }
}

resource "aws_iam_policy" "template_file_inline" {
  name   = "template_file_inline"
  policy = data.template_file.template_file_inline.rendered
}

data "template_file" "template_file_of_file" {
  template = file("${path.module}/policies/path.json.tftpl")

  vars = {
    queue = aws_sqs_queue.jobs.arn
  }
}

resource "aws_iam_policy" "template_file_of_file" {
  name   = "template_file_of_file"
  policy = data.template_file.template_file_of_file.rendered
}

data "local_file" "policy" {
  filename = "${path.module}/policies/local.json"
}

resource "aws_iam_policy" "local_file" {
  name   = "local_file"
  policy = data.local_file.policy.content
}

resource "aws_iam_policy" "path_module" {
  name = "path_module"
  policy = templatefile("${path.module}/policies/path.json.tftpl", {
    queue = aws_sqs_queue.jobs.arn
  })
}

resource "aws_iam_policy" "path_root" {
  name = "path_root"
  policy = templatefile("${path.root}/policies/path.json.tftpl", {
    queue = aws_sqs_queue.jobs.arn
  })
}

resource "aws_iam_policy" "path_cwd" {
  name = "path_cwd"
  policy = templatefile("${path.cwd}/policies/path.json.tftpl", {
    queue = aws_sqs_queue.jobs.arn
  })
}

resource "aws_iam_policy" "path_built" {
  name = "path_built"
  policy = templatefile(join("/", [local.policies, format("%s.json.tftpl", "path")]), {
    queue = aws_sqs_queue.jobs.arn
  })
}

resource "aws_iam_policy" "replace_pattern" {
  name = "replace_pattern"
  policy = replace(jsonencode({
    Statement = [
      { Effect = "Allow", Action = "sqs:SendMessage", Resource = aws_sqs_queue.jobs.arn },
      {
        Sid      = "Deploy"
        Effect   = "Allow"
        Action   = "ecs:DescribeTasks"
        Resource = "*"
      },
    ]
  }), "/\\s+/", "")
}
