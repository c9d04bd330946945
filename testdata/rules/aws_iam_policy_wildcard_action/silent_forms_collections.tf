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
      Action   = "ecs:DescribeTasks"
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
      Action   = ["ecr:GetAuthorizationToken", "ecs:DescribeTasks"]
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
  default = ["ecr:GetAuthorizationToken", "ecs:DescribeTasks"]
}

resource "aws_iam_policy" "of_variable" {
  name = "of_variable"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [local.jobs, {
      Sid      = "Deploy"
      Effect   = "Allow"
      Action   = var.actions
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
      Action   = "ecs:DescribeTasks"
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
      Action   = concat(["ecr:GetAuthorizationToken"], ["ecs:DescribeTasks"])
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
      Action   = "ecs:DescribeTasks"
      Resource = "*"
    })]
  })
}

resource "aws_iam_policy" "merge_shallow" {
  name = "merge_shallow"
  policy = jsonencode(merge(
    { Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "ecs:*", Resource = "*" }] },
    { Statement = [local.jobs, { Sid = "Deploy", Effect = "Allow", Action = "ecs:DescribeTasks", Resource = "*" }] },
  ))
}

resource "aws_iam_policy" "flatten" {
  name = "flatten"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = flatten([[local.jobs], [[{
      Sid      = "Deploy"
      Effect   = "Allow"
      Action   = "ecs:DescribeTasks"
      Resource = "*"
    }]]])
  })
}

resource "aws_iam_policy" "for_list" {
  name = "for_list"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [for sid, actions in { Deploy = ["ecs:DescribeTasks"] } : {
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
      { sid = "Deploy", action = "ecs:*", enabled = false },
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
      Action   = "ecs:DescribeTasks"
      Resource = "*"
    } if sid != "" })
  })
}

resource "aws_iam_policy" "for_group" {
  name = "for_group"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [for sid, actions in { for a in ["ecr:GetAuthorizationToken", "ecs:DescribeTasks"] : "Deploy" => a... } : {
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
      Action   = "ecs:DescribeTasks"
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
      Action   = "ecs:DescribeTasks"
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
      Action   = "ecs:DescribeTasks"
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
      Action   = "ecs:DescribeTasks"
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
      Action   = "ecs:DescribeTasks"
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
      Action   = "ecs:DescribeTasks"
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
      Action   = "ecs:DescribeTasks"
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
      Action   = "ecs:DescribeTasks"
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
      Action   = "ecs:DescribeTasks"
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
      Action   = "ecs:DescribeTasks"
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
      Action   = keys({ "ecr:GetAuthorizationToken" = 1, ("ecs:DescribeTasks") = 2 })
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
      Action   = "ecs:DescribeTasks"
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
      Action   = compact(["", null, "ecs:DescribeTasks"])
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
      Action   = distinct(["ecr:GetAuthorizationToken", "ecr:GetAuthorizationToken", "ecs:DescribeTasks"])
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
      Action   = setunion(["ecr:GetAuthorizationToken"], ["ecs:DescribeTasks"])
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
      Action   = toset(["ecr:GetAuthorizationToken", "ecs:DescribeTasks"])
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
      Action   = tolist(toset(["ecr:GetAuthorizationToken", "ecs:DescribeTasks"]))
      Resource = "*"
    }]
  })
}

resource "aws_iam_policy" "tomap" {
  name = "tomap"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [for sid, action in tomap({ Deploy = "ecs:DescribeTasks" }) : {
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
      Action   = "ecs:DescribeTasks"
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
      Action   = "ecs:DescribeTasks"
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
      Action   = "ecs:DescribeTasks"
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
      Action   = var.debug ? ["ecs:DescribeServices", "ecs:DescribeTasks"] : ["ecs:DescribeTasks"]
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
      Action    = "ecs:DescribeTasks"
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
    Statement = concat([local.jobs], jsondecode(<<-EOF
    [{"Sid": "Deploy", "Effect": "Allow", "Action": ["sqs:SendMessage", "ecs:DescribeTasks"], "Resource": ["*", "${aws_sqs_queue.jobs.arn}"]}]
  EOF
    ))
  })
}

resource "aws_iam_policy" "yamldecode" {
  name = "yamldecode"
  policy = jsonencode(yamldecode(<<-EOF
    Statement:
      - Sid: Deploy
        Effect: Allow
        Action: "ecs:DescribeTasks"
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
      Action   = "ecs:DescribeTasks"
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
      Action   = "ecs:DescribeTasks"
      Resource = "*"
    }]
  })))
}
