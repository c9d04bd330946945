# Policies that are written elsewhere, and resources that are many. The files fires_, silent_ and unknown_forms_references.tf
# hold the same forms.

variable "debug" {
  type = bool
}

variable "tenants" {
  type = set(string)
}

resource "aws_sqs_queue" "jobs" {
  name = "jobs"
}

locals {
  statement = {
    Sid      = "Deploy"
    Effect   = "Allow"
    Action   = "ecs:*" # expect warning: statement "Deploy" of aws_iam_policy.locals allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed
    Resource = "*"
  }
  statements = [local.statement, { Effect = "Allow", Action = "sqs:SendMessage", Resource = aws_sqs_queue.jobs.arn }]
  document   = { Statement = local.statements }
  deploy     = jsonencode(local.document)
}

resource "aws_iam_policy" "locals" {
  name   = "locals"
  policy = local.deploy
}

locals {
  policies = {
    local_of_locals = {
      queue = aws_sqs_queue.jobs.arn
      json = jsonencode({
        Statement = [{
          Sid      = "Deploy"
          Effect   = "Allow"
          Action   = "ecs:*" # expect warning: statement "Deploy" of aws_iam_policy.local_of_locals allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed
          Resource = ["*", aws_sqs_queue.jobs.arn]
        }]
      })
    }
  }
}

resource "aws_iam_policy" "local_of_locals" {
  name   = "local_of_locals"
  policy = local.policies["local_of_locals"].json
}

data "aws_iam_policy_document" "data" {
  statement {
    actions   = ["sqs:SendMessage"]
    resources = [aws_sqs_queue.jobs.arn]
  }
  statement {
    sid       = "Deploy"
    actions   = ["ecr:GetAuthorizationToken", "ecs:*"] # expect warning: statement "Deploy" of data.aws_iam_policy_document.data allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed
    resources = ["*"]
  }
}

resource "aws_iam_policy" "data" {
  name   = "data"
  policy = data.aws_iam_policy_document.data.json
}

data "aws_iam_policy_document" "data_minified" {
  statement {
    actions   = ["sqs:SendMessage"]
    resources = [aws_sqs_queue.jobs.arn]
  }
  statement {
    sid       = "Deploy"
    actions   = ["ecr:GetAuthorizationToken", "ecs:*"] # expect warning: statement "Deploy" of data.aws_iam_policy_document.data_minified allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed
    resources = ["*"]
  }
}

resource "aws_iam_policy" "data_minified" {
  name   = "data_minified"
  policy = data.aws_iam_policy_document.data_minified.minified_json
}

data "aws_iam_policy_document" "data_indexed" {
  count = 1

  statement {
    actions   = ["sqs:SendMessage"]
    resources = [aws_sqs_queue.jobs.arn]
  }
  statement {
    sid       = "Deploy"
    actions   = ["ecr:GetAuthorizationToken", "ecs:*"] # expect warning: statement "Deploy" of data.aws_iam_policy_document.data_indexed allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed
    resources = ["*"]
  }
}

resource "aws_iam_policy" "data_indexed" {
  name   = "data_indexed"
  policy = data.aws_iam_policy_document.data_indexed[0].json
}

data "aws_iam_policy_document" "data_keyed" {
  for_each = toset(["blue"])

  statement {
    actions   = ["sqs:SendMessage"]
    resources = [aws_sqs_queue.jobs.arn]
  }
  statement {
    sid       = "Deploy"
    actions   = ["ecr:GetAuthorizationToken", "ecs:*"] # expect warning: statement "Deploy" of data.aws_iam_policy_document.data_keyed allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed
    resources = ["*"]
  }
}

resource "aws_iam_policy" "data_keyed" {
  name   = "data_keyed"
  policy = data.aws_iam_policy_document.data_keyed["blue"].json
}

data "aws_iam_policy_document" "data_splat" {
  count = 1

  statement {
    actions   = ["sqs:SendMessage"]
    resources = [aws_sqs_queue.jobs.arn]
  }
  statement {
    sid       = "Deploy"
    actions   = ["ecr:GetAuthorizationToken", "ecs:*"] # expect warning: statement "Deploy" of data.aws_iam_policy_document.data_splat allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed
    resources = ["*"]
  }
}

resource "aws_iam_policy" "data_splat" {
  name   = "data_splat"
  policy = join("", data.aws_iam_policy_document.data_splat[*].json)
}

data "aws_iam_policy_document" "data_one" {
  count = var.debug ? 1 : 0

  statement {
    actions   = ["sqs:SendMessage"]
    resources = [aws_sqs_queue.jobs.arn]
  }
  statement {
    sid       = "Deploy"
    actions   = ["ecr:GetAuthorizationToken", "ecs:*"] # expect warning: statement "Deploy" of data.aws_iam_policy_document.data_one allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed
    resources = ["*"]
  }
}

resource "aws_iam_policy" "data_one" {
  name   = "data_one"
  policy = one(data.aws_iam_policy_document.data_one[*].json)
}

data "aws_iam_policy_document" "data_conditional" {
  count = var.debug ? 1 : 0

  statement {
    actions   = ["sqs:SendMessage"]
    resources = [aws_sqs_queue.jobs.arn]
  }
  statement {
    sid       = "Deploy"
    actions   = ["ecr:GetAuthorizationToken", "ecs:*"] # expect warning: statement "Deploy" of data.aws_iam_policy_document.data_conditional allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed
    resources = ["*"]
  }
}

resource "aws_iam_policy" "data_conditional" {
  name   = "data_conditional"
  policy = var.debug ? data.aws_iam_policy_document.data_conditional[0].json : "{}"
}

data "aws_iam_policy_document" "data_try" {
  count = var.debug ? 1 : 0

  statement {
    actions   = ["sqs:SendMessage"]
    resources = [aws_sqs_queue.jobs.arn]
  }
  statement {
    sid       = "Deploy"
    actions   = ["ecr:GetAuthorizationToken", "ecs:*"] # expect warning: statement "Deploy" of data.aws_iam_policy_document.data_try allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed
    resources = ["*"]
  }
}

resource "aws_iam_policy" "data_try" {
  name   = "data_try"
  policy = try(data.aws_iam_policy_document.data_try[0].json, "{}")
}

data "aws_iam_policy_document" "data_coalesce" {
  count = var.debug ? 1 : 0

  statement {
    actions   = ["sqs:SendMessage"]
    resources = [aws_sqs_queue.jobs.arn]
  }
  statement {
    sid       = "Deploy"
    actions   = ["ecr:GetAuthorizationToken", "ecs:*"] # expect warning: statement "Deploy" of data.aws_iam_policy_document.data_coalesce allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed
    resources = ["*"]
  }
}

resource "aws_iam_policy" "data_coalesce" {
  name   = "data_coalesce"
  policy = coalesce(one(data.aws_iam_policy_document.data_coalesce[*].json), "{}")
}

data "aws_iam_policy_document" "data_dynamic" {
  dynamic "statement" {
    for_each = { Deploy = ["ecs:*"], Jobs = ["sqs:SendMessage"] } # expect warning: statement "Deploy" of data.aws_iam_policy_document.data_dynamic allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed

    content {
      sid       = statement.key
      actions   = statement.value
      resources = ["*"]
    }
  }
}

resource "aws_iam_policy" "data_dynamic" {
  name   = "data_dynamic"
  policy = data.aws_iam_policy_document.data_dynamic.json
}

data "aws_iam_policy_document" "base" {
  statement {
    actions   = ["sqs:SendMessage"]
    resources = [aws_sqs_queue.jobs.arn]
  }
  statement {
    sid       = "Deploy"
    actions   = ["ecr:GetAuthorizationToken", "ecs:*"] # expect warning: statement "Deploy" of data.aws_iam_policy_document.base allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed
    resources = ["*"]
  }
}

data "aws_iam_policy_document" "data_of_source" {
  source_policy_documents = [data.aws_iam_policy_document.base.json]

  statement {
    sid       = "Receive"
    actions   = ["sqs:ReceiveMessage"]
    resources = [aws_sqs_queue.jobs.arn]
  }
}

resource "aws_iam_policy" "data_of_source" {
  name   = "data_of_source"
  policy = data.aws_iam_policy_document.data_of_source.json
}

data "aws_iam_policy_document" "override" {
  statement {
    actions   = ["sqs:SendMessage"]
    resources = [aws_sqs_queue.jobs.arn]
  }
  statement {
    sid       = "Deploy"
    actions   = ["ecr:GetAuthorizationToken", "ecs:*"] # expect warning: statement "Deploy" of data.aws_iam_policy_document.override allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed
    resources = ["*"]
  }
}

data "aws_iam_policy_document" "data_of_override" {
  override_policy_documents = [data.aws_iam_policy_document.override.json]

  statement {
    sid       = "Deploy"
    actions   = ["sqs:ReceiveMessage"]
    resources = [aws_sqs_queue.jobs.arn]
  }
}

resource "aws_iam_policy" "data_of_override" {
  name   = "data_of_override"
  policy = data.aws_iam_policy_document.data_of_override.json
}

data "aws_iam_policy_document" "data_of_json" {
  source_policy_documents = [jsonencode({
    Statement = [{
      Sid      = "Deploy"
      Effect   = "Allow"
      Action   = "ecs:*" # expect warning: statement "Deploy" of aws_iam_policy.data_of_json allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed
      Resource = ["*", aws_sqs_queue.jobs.arn]
    }]
  })]
}

resource "aws_iam_policy" "data_of_json" {
  name   = "data_of_json"
  policy = data.aws_iam_policy_document.data_of_json.json
}

resource "aws_iam_policy" "count" {
  count = 2

  name = "count"
  policy = jsonencode({
    Statement = [{
      Sid      = "Deploy"
      Effect   = "Allow"
      Action   = "ecs:*" # expect warning: statement "Deploy" of aws_iam_policy.count allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed
      Resource = ["*", aws_sqs_queue.jobs.arn]
    }]
  })
}

resource "aws_iam_policy" "count_unknown" {
  count = var.debug ? 1 : 0

  name = "count_unknown"
  policy = jsonencode({
    Statement = [{
      Sid      = "Deploy"
      Effect   = "Allow"
      Action   = "ecs:*" # expect warning: statement "Deploy" of aws_iam_policy.count_unknown allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed
      Resource = ["*", aws_sqs_queue.jobs.arn]
    }]
  })
}

resource "aws_iam_policy" "for_each" {
  for_each = { ecs = "ecs:*", jobs = "sqs:SendMessage" } # expect warning: statement "Deploy" of aws_iam_policy.for_each allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed

  name = "for_each"
  policy = jsonencode({
    Statement = [{
      Sid      = "Deploy"
      Effect   = "Allow"
      Action   = each.value
      Resource = ["*", aws_sqs_queue.jobs.arn]
    }]
  })
}

resource "aws_sqs_queue" "each" {
  for_each = var.tenants

  name = each.key
}

resource "aws_iam_policy" "for_each_resource" {
  for_each = aws_sqs_queue.each

  name = "for_each_resource"
  policy = jsonencode({
    Statement = [{
      Sid      = "Deploy"
      Effect   = "Allow"
      Action   = "ecs:*" # expect warning: statement "Deploy" of aws_iam_policy.for_each_resource allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed
      Resource = ["*", each.value.arn]
    }]
  })
}

resource "aws_iam_policy" "for_each_known_keys" {
  for_each = { jobs = aws_sqs_queue.jobs.arn }

  name = "for_each_known_keys"
  policy = jsonencode({
    Statement = [{
      Sid      = "Deploy"
      Effect   = "Allow"
      Action   = "ecs:*" # expect warning: statement "Deploy" of aws_iam_policy.for_each_known_keys allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed
      Resource = ["*", each.value]
    }]
  })
}

resource "aws_iam_policy" "for_each_unknown_keys" {
  for_each = var.tenants

  name = "for_each_unknown_keys"
  policy = jsonencode({
    Statement = [{
      Sid      = "Deploy"
      Effect   = "Allow"
      Action   = "ecs:*" # expect warning: statement "Deploy" of aws_iam_policy.for_each_unknown_keys allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed
      Resource = ["*", each.key]
    }]
  })
}
