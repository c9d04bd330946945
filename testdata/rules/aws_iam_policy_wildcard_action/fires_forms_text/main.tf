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
  name = "heredoc"
  # expect-below warning: statement "Deploy" of aws_iam_policy.heredoc allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed; at line 36, Statement[1].Action
  policy = <<EOF
{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "${aws_sqs_queue.jobs.arn}"},
    {
      "Sid": "Deploy",
      "Effect": "Allow",
      "Action": "ecs:*",
      "Resource": "*"
    }
  ]
}
EOF
}

resource "aws_iam_policy" "indented_heredoc" {
  name = "indented_heredoc"
  # expect-below warning: statement "Deploy" of aws_iam_policy.indented_heredoc allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed; at line 55, Statement[1].Action
  policy = <<-EOF
    {
      "Version": "2012-10-17",
      "Statement": [
        {"Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "${aws_sqs_queue.jobs.arn}"},
        {
          "Sid": "Deploy",
          "Effect": "Allow",
          "Action": "ecs:*",
          "Resource": "*"
        }
      ]
    }
  EOF
}

resource "aws_iam_policy" "quoted" {
  name = "quoted"
  # expect-below warning: statement "Deploy" of aws_iam_policy.quoted allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed; at Statement.Action
  policy = "{\"Id\": \"${var.environment}\", \"Statement\": {\"Sid\": \"Deploy\", \"Effect\": \"Allow\", \"Action\": \"ecs:*\", \"Resource\": \"*\"}}"
}

resource "aws_iam_policy" "format" {
  name = "format"
  policy = format("{\"Statement\": [%s, %s]}", local.jobs, jsonencode({
    Sid      = "Deploy"
    Effect   = "Allow"
    Action   = "ecs:*" # expect warning: statement "Deploy" of aws_iam_policy.format allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed
    Resource = "*"
  }))
}

resource "aws_iam_policy" "format_holes" {
  name = "format_holes"
  # expect-below warning: statement "Deploy" of aws_iam_policy.format_holes allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed; at Statement.Action
  policy = format("{\"Id\": \"%s\", \"Statement\": {\"Sid\": \"Deploy\", \"Effect\": \"Allow\", \"Action\": %q, \"Resource\": \"*\"}}", var.environment, "ecs:*")
}

resource "aws_iam_policy" "join" {
  name = "join"
  # expect-below warning: statement "Deploy" of aws_iam_policy.join allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed
  policy = "{\"Statement\": [${join(",", [local.jobs, jsonencode({ Sid = "Deploy", Effect = "Allow", Action = "ecs:*", Resource = "*" })])}]}"
}

resource "aws_iam_policy" "replace" {
  name = "replace"
  # expect-below warning: statement "Deploy" of aws_iam_policy.replace allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed; at line 102, Statement[1].Action
  policy = replace(<<-EOF
    {
      "Version": "2012-10-17",
      "Statement": [
        {"Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "QUEUE"},
        {
          "Sid": "Deploy",
          "Effect": "Allow",
          "Action": "ecs:*",
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
    Action   = "ecs:*" # expect warning: statement "Deploy" of aws_iam_policy.parts allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed
    Resource = "*"
  })
}

resource "aws_iam_policy" "parts" {
  name   = "parts"
  policy = "{\"Statement\": [${local.jobs},${local.parts}]}"
}

resource "aws_iam_policy" "holes" {
  name = "holes"
  # expect-below warning: statement "Deploy" of aws_iam_policy.holes allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed; at line 137, Statement[2].Action
  policy = <<EOF
{
  "Id": "${var.environment}-deploy",
  "Statement": [
    {"Effect": "Allow", "Action": ${jsonencode(["sqs:SendMessage", "sqs:ReceiveMessage"])}, "Resource": ${jsonencode(var.queues)}},
    ${local.jobs},
    {
      "Sid": "Deploy",
      "Effect": "Allow",
      "Action": "ecs:*",
      "Resource": "*"
    }
  ]
}
EOF
}

resource "aws_iam_policy" "optional_member" {
  name = "optional_member"
  # expect-below warning: statement "Deploy" of aws_iam_policy.optional_member allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed; at line 156, Statement[0].Action
  policy = <<-EOF
    {
      "Statement": [{
        "Sid": "Deploy",
        "Effect": "Allow",
        %{~if var.debug~}
        "Comment": "for debugging",
        %{~endif~}
        "Action": "ecs:*",
        "Resource": ["*", "${aws_sqs_queue.jobs.arn}"]
      }]
    }
  EOF
}

resource "aws_iam_policy" "optional_statement" {
  name = "optional_statement"
  # expect-below warning: statement "Deploy" of aws_iam_policy.optional_statement allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed; at line 171, Statement[1].Action
  policy = <<-EOF
    {
      "Statement": [
        ${local.jobs}
        %{~if var.debug~}
        ,{"Sid": "Deploy", "Effect": "Allow", "Action": "ecs:*", "Resource": "*"}
        %{~endif~}
      ]
    }
  EOF
}

resource "aws_iam_policy" "loop" {
  name = "loop"
  # expect-below warning: statement "Deploy" of aws_iam_policy.loop allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed; at line 185, Statement[1].Action
  policy = <<-EOF
    {
      "Statement": [
        %{~for action in ["ecr:GetAuthorizationToken", "ecs:*"]~}
        {"Sid": "Deploy", "Effect": "Allow", "Action": "${action}", "Resource": "*"},
        %{~endfor~}
        ${local.jobs}
      ]
    }
  EOF
}

resource "aws_iam_policy" "file" {
  name = "file"
  # expect-below warning: statement "Deploy" of aws_iam_policy.file allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed; at line 4 of plain.json, Statement.Action
  policy = file("plain.json")
}

resource "aws_iam_policy" "templatefile" {
  name = "templatefile"
  # expect-below warning: statement "Deploy" of aws_iam_policy.templatefile allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed; at line 13 of policies/deploy.json.tftpl, Statement[1].Action
  policy = templatefile("${path.module}/policies/deploy.json.tftpl", {
    queue  = aws_sqs_queue.jobs.arn
    queues = var.queues
    debug  = var.debug
  })
}

resource "aws_iam_policy" "templatefile_argument" {
  name = "templatefile_argument"
  policy = templatefile("${path.module}/policies/argument.json.tftpl", {
    actions = ["ecr:GetAuthorizationToken", "ecs:*"] # expect warning: statement "Deploy" of aws_iam_policy.templatefile_argument allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed
    queue   = aws_sqs_queue.jobs.arn
  })
}

resource "aws_iam_policy" "templatefile_loop" {
  name = "templatefile_loop"
  # expect-below warning: statement "Deploy" of aws_iam_policy.templatefile_loop allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed; at line 6 of policies/loop.json.tftpl, Statement[0].Action
  policy = templatefile("${path.module}/policies/loop.json.tftpl", {
    sids  = ["Deploy"]
    queue = aws_sqs_queue.jobs.arn
  })
}

# How many there are is not known, what each of them is is.
resource "aws_iam_policy" "templatefile_unknown_loop" {
  name = "templatefile_unknown_loop"
  # expect-below warning: statement 1 of aws_iam_policy.templatefile_unknown_loop allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed; at line 6 of policies/loop.json.tftpl, Statement[0].Action
  policy = templatefile("${path.module}/policies/loop.json.tftpl", {
    sids  = split(",", var.environment)
    queue = aws_sqs_queue.jobs.arn
  })
}

locals {
  # expect-below warning: statement "Deploy" of aws_iam_policy.templatestring allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed; at line 244, Statement.Action
  template = <<-EOF
    {
      "Id": "$${queue}",
      "Statement": {
        "Sid": "Deploy",
        "Effect": "Allow",
        "Action": "ecs:*",
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
  # expect-below warning: statement "Deploy" of aws_iam_policy.template_file_inline allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed; at line 266, Statement.Action
  template = <<-EOF
    {
      "Id": "$${queue}",
      "Statement": {
        "Sid": "Deploy",
        "Effect": "Allow",
        "Action": "ecs:*",
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
  template = file("${path.module}/policies/path.json.tftpl") # expect warning: statement "Deploy" of aws_iam_policy.template_file_of_file allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed; at line 7 of policies/path.json.tftpl, Statement.Action

  vars = {
    queue = aws_sqs_queue.jobs.arn
  }
}

resource "aws_iam_policy" "template_file_of_file" {
  name   = "template_file_of_file"
  policy = data.template_file.template_file_of_file.rendered
}

data "local_file" "policy" {
  filename = "${path.module}/policies/local.json" # expect warning: statement "Deploy" of aws_iam_policy.local_file allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed; at line 4 of policies/local.json, Statement.Action
}

resource "aws_iam_policy" "local_file" {
  name   = "local_file"
  policy = data.local_file.policy.content
}

resource "aws_iam_policy" "path_module" {
  name = "path_module"
  # expect-below warning: statement "Deploy" of aws_iam_policy.path_module allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed; at line 7 of policies/path.json.tftpl, Statement.Action
  policy = templatefile("${path.module}/policies/path.json.tftpl", {
    queue = aws_sqs_queue.jobs.arn
  })
}

resource "aws_iam_policy" "path_root" {
  name = "path_root"
  # expect-below warning: statement "Deploy" of aws_iam_policy.path_root allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed; at line 7 of policies/path.json.tftpl, Statement.Action
  policy = templatefile("${path.root}/policies/path.json.tftpl", {
    queue = aws_sqs_queue.jobs.arn
  })
}

resource "aws_iam_policy" "path_cwd" {
  name = "path_cwd"
  # expect-below warning: statement "Deploy" of aws_iam_policy.path_cwd allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed; at line 7 of policies/path.json.tftpl, Statement.Action
  policy = templatefile("${path.cwd}/policies/path.json.tftpl", {
    queue = aws_sqs_queue.jobs.arn
  })
}

resource "aws_iam_policy" "path_built" {
  name = "path_built"
  # expect-below warning: statement "Deploy" of aws_iam_policy.path_built allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed; at line 7 of policies/path.json.tftpl, Statement.Action
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
        Action   = "ecs:*" # expect warning: statement "Deploy" of aws_iam_policy.replace_pattern allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed
        Resource = "*"
      },
    ]
  }), "/\\s+/", "")
}
