# How people put policies together. The files fires_, silent_ and unknown_forms_collections.tf hold the same forms.

variable "debug" {
  type = bool
}

resource "aws_sqs_queue" "jobs" {
  name = "jobs"
}

locals {
  jobs = {
    Effect   = "Allow"
    Action   = ["sqs:SendMessage", "sqs:ReceiveMessage"]
    Resource = aws_sqs_queue.jobs.arn
  }
}

resource "aws_iam_policy" "literal" {
  name = "literal"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [local.jobs, {
      Sid      = "Deploy"
      Effect   = "Allow"
      Action   = "ecs:*" # expect warning: statement "Deploy" of aws_iam_policy.literal allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed
      Resource = "*"
    }]
  })
}

locals {
  policy = {
    Version = "2012-10-17"
    Statement = [local.jobs, {
      Sid      = "Deploy"
      Effect   = "Allow"
      Action   = ["ecr:GetAuthorizationToken", "ecs:*"] # expect warning: statement "Deploy" of aws_iam_policy.of_local allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed
      Resource = "*"
    }]
  }
}

resource "aws_iam_policy" "of_local" {
  name   = "of_local"
  policy = jsonencode(local.policy)
}

variable "actions" {
  type    = list(string)
  default = ["ecr:GetAuthorizationToken", "ecs:*"]
}

resource "aws_iam_policy" "of_variable" {
  name = "of_variable"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [local.jobs, {
      Sid      = "Deploy"
      Effect   = "Allow"
      Action   = var.actions # expect warning: statement "Deploy" of aws_iam_policy.of_variable allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed
      Resource = "*"
    }]
  })
}

resource "aws_iam_policy" "concat" {
  name = "concat"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat([local.jobs], [{
      Sid      = "Deploy"
      Effect   = "Allow"
      Action   = "ecs:*" # expect warning: statement "Deploy" of aws_iam_policy.concat allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed
      Resource = "*"
    }], var.debug ? [local.jobs] : [])
  })
}

resource "aws_iam_policy" "concat_actions" {
  name = "concat_actions"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [local.jobs, {
      Sid      = "Deploy"
      Effect   = "Allow"
      Action   = concat(["ecr:GetAuthorizationToken"], ["ecs:*"]) # expect warning: statement "Deploy" of aws_iam_policy.concat_actions allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed
      Resource = "*"
    }]
  })
}

resource "aws_iam_policy" "merge" {
  name = "merge"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [merge(local.jobs, {
      Sid      = "Deploy"
      Action   = "ecs:*" # expect warning: statement "Deploy" of aws_iam_policy.merge allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed
      Resource = "*"
    })]
  })
}

resource "aws_iam_policy" "merge_shallow" {
  name = "merge_shallow"
  policy = jsonencode(merge(
    { Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "ecs:DescribeTasks", Resource = "*" }] },
    { Statement = [local.jobs, { Sid = "Deploy", Effect = "Allow", Action = "ecs:*", Resource = "*" }] }, # expect warning: statement "Deploy" of aws_iam_policy.merge_shallow allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed
  ))
}

resource "aws_iam_policy" "flatten" {
  name = "flatten"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = flatten([[local.jobs], [[{
      Sid      = "Deploy"
      Effect   = "Allow"
      Action   = "ecs:*" # expect warning: statement "Deploy" of aws_iam_policy.flatten allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed
      Resource = "*"
    }]]])
  })
}

resource "aws_iam_policy" "for_list" {
  name = "for_list"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [for sid, actions in { Deploy = ["ecs:*"] } : { # expect warning: statement "Deploy" of aws_iam_policy.for_list allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed
      Sid      = sid
      Effect   = "Allow"
      Action   = actions
      Resource = "*"
    }]
  })
}

resource "aws_iam_policy" "for_if" {
  name = "for_if"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [for s in [
      { sid = "Deploy", action = "ecs:*", enabled = true }, # expect warning: statement "Deploy" of aws_iam_policy.for_if allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed
      { sid = "Jobs", action = "sqs:SendMessage", enabled = true },
    ] : { Sid = s.sid, Effect = "Allow", Action = s.action, Resource = "*" } if s.enabled]
  })
}

resource "aws_iam_policy" "for_object" {
  name = "for_object"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = values({ for sid in ["Deploy"] : sid => {
      Sid      = sid
      Effect   = "Allow"
      Action   = "ecs:*" # expect warning: statement "Deploy" of aws_iam_policy.for_object allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed
      Resource = "*"
    } if sid != "" })
  })
}

resource "aws_iam_policy" "for_group" {
  name = "for_group"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [for sid, actions in { for a in ["ecr:GetAuthorizationToken", "ecs:*"] : "Deploy" => a... } : { # expect warning: statement "Deploy" of aws_iam_policy.for_group allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed
      Sid      = sid
      Effect   = "Allow"
      Action   = actions
      Resource = "*"
    }]
  })
}

resource "aws_iam_policy" "splat" {
  name = "splat"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{ statement = local.jobs }, { statement = {
      Sid      = "Deploy"
      Effect   = "Allow"
      Action   = "ecs:*" # expect warning: statement "Deploy" of aws_iam_policy.splat allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed
      Resource = "*"
    } }][*].statement
  })
}

locals {
  grants = [{
    to = aws_sqs_queue.jobs.arn
    statement = {
      Sid      = "Deploy"
      Effect   = "Allow"
      Action   = "ecs:*" # expect warning: statement "Deploy" of aws_iam_policy.splat_of_attributes allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed
      Resource = "*"
    }
  }]
}

resource "aws_iam_policy" "splat_of_attributes" {
  name = "splat_of_attributes"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = local.grants.*.statement
  })
}

resource "aws_iam_policy" "coalesce" {
  name = "coalesce"
  policy = coalesce(null, "", jsonencode({
    Version = "2012-10-17"
    Statement = [local.jobs, {
      Sid      = "Deploy"
      Effect   = "Allow"
      Action   = "ecs:*" # expect warning: statement "Deploy" of aws_iam_policy.coalesce allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed
      Resource = "*"
    }]
  }))
}

resource "aws_iam_policy" "coalescelist" {
  name = "coalescelist"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = coalescelist([], [local.jobs, {
      Sid      = "Deploy"
      Effect   = "Allow"
      Action   = "ecs:*" # expect warning: statement "Deploy" of aws_iam_policy.coalescelist allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed
      Resource = "*"
    }])
  })
}

resource "aws_iam_policy" "try" {
  name = "try"
  policy = try(local.jobs.Nothing, jsonencode({
    Version = "2012-10-17"
    Statement = [local.jobs, {
      Sid      = "Deploy"
      Effect   = "Allow"
      Action   = "ecs:*" # expect warning: statement "Deploy" of aws_iam_policy.try allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed
      Resource = "*"
    }]
  }))
}

resource "aws_iam_policy" "can" {
  name = "can"
  policy = can(local.jobs.Nothing) ? "{}" : jsonencode({
    Version = "2012-10-17"
    Statement = [local.jobs, {
      Sid      = "Deploy"
      Effect   = "Allow"
      Action   = "ecs:*" # expect warning: statement "Deploy" of aws_iam_policy.can allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed
      Resource = "*"
    }]
  })
}

resource "aws_iam_policy" "one" {
  name = "one"
  policy = one([jsonencode({
    Version = "2012-10-17"
    Statement = [local.jobs, {
      Sid      = "Deploy"
      Effect   = "Allow"
      Action   = "ecs:*" # expect warning: statement "Deploy" of aws_iam_policy.one allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed
      Resource = "*"
    }]
  })])
}

resource "aws_iam_policy" "element" {
  name = "element"
  policy = element(["{}", jsonencode({
    Version = "2012-10-17"
    Statement = [local.jobs, {
      Sid      = "Deploy"
      Effect   = "Allow"
      Action   = "ecs:*" # expect warning: statement "Deploy" of aws_iam_policy.element allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed
      Resource = "*"
    }]
  })], 3)
}

resource "aws_iam_policy" "lookup" {
  name = "lookup"
  policy = lookup({ deploy = jsonencode({
    Version = "2012-10-17"
    Statement = [local.jobs, {
      Sid      = "Deploy"
      Effect   = "Allow"
      Action   = "ecs:*" # expect warning: statement "Deploy" of aws_iam_policy.lookup allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed
      Resource = "*"
    }]
  }) }, "deploy", "{}")
}

resource "aws_iam_policy" "values" {
  name = "values"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = values({ deploy = {
      Sid      = "Deploy"
      Effect   = "Allow"
      Action   = "ecs:*" # expect warning: statement "Deploy" of aws_iam_policy.values allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed
      Resource = "*"
    }, jobs = local.jobs })
  })
}

resource "aws_iam_policy" "keys" {
  name = "keys"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [local.jobs, {
      Sid      = "Deploy"
      Effect   = "Allow"
      Action   = keys({ "ecr:GetAuthorizationToken" = 1, ("ecs:*") = 2 }) # expect warning: statement "Deploy" of aws_iam_policy.keys allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed
      Resource = "*"
    }]
  })
}

resource "aws_iam_policy" "zipmap" {
  name = "zipmap"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = values(zipmap(["a", "b"], [local.jobs, {
      Sid      = "Deploy"
      Effect   = "Allow"
      Action   = "ecs:*" # expect warning: statement "Deploy" of aws_iam_policy.zipmap allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed
      Resource = "*"
    }]))
  })
}

resource "aws_iam_policy" "compact" {
  name = "compact"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [local.jobs, {
      Sid      = "Deploy"
      Effect   = "Allow"
      Action   = compact(["", null, "ecs:*"]) # expect warning: statement "Deploy" of aws_iam_policy.compact allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed
      Resource = "*"
    }]
  })
}

resource "aws_iam_policy" "distinct" {
  name = "distinct"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [local.jobs, {
      Sid      = "Deploy"
      Effect   = "Allow"
      Action   = distinct(["ecr:GetAuthorizationToken", "ecr:GetAuthorizationToken", "ecs:*"]) # expect warning: statement "Deploy" of aws_iam_policy.distinct allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed
      Resource = "*"
    }]
  })
}

resource "aws_iam_policy" "setunion" {
  name = "setunion"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [local.jobs, {
      Sid      = "Deploy"
      Effect   = "Allow"
      Action   = setunion(["ecr:GetAuthorizationToken"], ["ecs:*"]) # expect warning: statement "Deploy" of aws_iam_policy.setunion allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed
      Resource = "*"
    }]
  })
}

resource "aws_iam_policy" "toset" {
  name = "toset"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [local.jobs, {
      Sid      = "Deploy"
      Effect   = "Allow"
      Action   = toset(["ecr:GetAuthorizationToken", "ecs:*"]) # expect warning: statement "Deploy" of aws_iam_policy.toset allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed
      Resource = "*"
    }]
  })
}

resource "aws_iam_policy" "tolist" {
  name = "tolist"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [local.jobs, {
      Sid      = "Deploy"
      Effect   = "Allow"
      Action   = tolist(toset(["ecr:GetAuthorizationToken", "ecs:*"])) # expect warning: statement "Deploy" of aws_iam_policy.tolist allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed
      Resource = "*"
    }]
  })
}

resource "aws_iam_policy" "tomap" {
  name = "tomap"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [for sid, action in tomap({ Deploy = "ecs:*" }) : { # expect warning: statement "Deploy" of aws_iam_policy.tomap allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed
      Sid      = sid
      Effect   = "Allow"
      Action   = action
      Resource = "*"
    }]
  })
}

resource "aws_iam_policy" "index" {
  name = "index"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [[local.jobs, {
      Sid      = "Deploy"
      Effect   = "Allow"
      Action   = "ecs:*" # expect warning: statement "Deploy" of aws_iam_policy.index allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed
      Resource = "*"
    }][1]]
  })
}

resource "aws_iam_policy" "key" {
  name = "key"
  policy = { production = jsonencode({
    Version = "2012-10-17"
    Statement = [local.jobs, {
      Sid      = "Deploy"
      Effect   = "Allow"
      Action   = "ecs:*" # expect warning: statement "Deploy" of aws_iam_policy.key allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed
      Resource = "*"
    }]
  }) }["production"]
}

resource "aws_iam_policy" "known_condition" {
  name = "known_condition"
  policy = length(local.jobs) > 0 ? jsonencode({
    Version = "2012-10-17"
    Statement = [local.jobs, {
      Sid      = "Deploy"
      Effect   = "Allow"
      Action   = "ecs:*" # expect warning: statement "Deploy" of aws_iam_policy.known_condition allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed
      Resource = "*"
    }]
  }) : "{}"
}

resource "aws_iam_policy" "both_branches" {
  name = "both_branches"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [local.jobs, {
      Sid      = "Deploy"
      Effect   = "Allow"
      Action   = var.debug ? ["ecs:DescribeServices", "ecs:*"] : ["ecs:*"] # expect warning: statement "Deploy" of aws_iam_policy.both_branches allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed
      Resource = "*"
    }]
  })
}

resource "aws_iam_policy" "null_members" {
  name = "null_members"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [local.jobs, {
      Sid       = "Deploy"
      Effect    = "Allow"
      Action    = "ecs:*" # expect warning: statement "Deploy" of aws_iam_policy.null_members allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed
      NotAction = null
      Resource  = "*"
      Principal = null
      Condition = null
    }]
  })
}

resource "aws_iam_policy" "jsondecode" {
  name = "jsondecode"
  policy = jsonencode({
    Version = "2012-10-17"
    # expect-below warning: statement "Deploy" of aws_iam_policy.jsondecode allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed; at line 491, [0].Action[1]
    Statement = concat([local.jobs], jsondecode(<<-EOF
    [{"Sid": "Deploy", "Effect": "Allow", "Action": ["sqs:SendMessage", "ecs:*"], "Resource": ["*", "${aws_sqs_queue.jobs.arn}"]}]
  EOF
    ))
  })
}

resource "aws_iam_policy" "yamldecode" {
  name = "yamldecode"
  # expect-below warning: statement "Deploy" of aws_iam_policy.yamldecode allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed; at line 504, Statement[0].Action
  policy = jsonencode(yamldecode(<<-EOF
    Statement:
      - Sid: Deploy
        Effect: Allow
        Action: "ecs:*"
        Resource: ["*", "${aws_sqs_queue.jobs.arn}"]
  EOF
  ))
}

resource "aws_iam_policy" "sensitive" {
  name = "sensitive"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [local.jobs, {
      Sid      = "Deploy"
      Effect   = "Allow"
      Action   = "ecs:*" # expect warning: statement "Deploy" of aws_iam_policy.sensitive allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed
      Resource = ["*", sensitive(aws_sqs_queue.jobs.arn)]
    }]
  })
}

resource "aws_iam_policy" "nonsensitive" {
  name = "nonsensitive"
  policy = nonsensitive(sensitive(jsonencode({
    Version = "2012-10-17"
    Statement = [local.jobs, {
      Sid      = "Deploy"
      Effect   = "Allow"
      Action   = "ecs:*" # expect warning: statement "Deploy" of aws_iam_policy.nonsensitive allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed
      Resource = "*"
    }]
  })))
}
