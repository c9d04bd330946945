resource "aws_ecs_cluster" "main" {
  name = "main"
}

resource "aws_iam_role_policy" "debug" {
  role = "debug"
  policy = jsonencode({ Statement = [
    { Effect = "Allow", Action = "ecs:ExecuteCommand", Resource = [aws_ecs_cluster.main.arn, "arn:aws:ecs:*:*:task/main/*"] },
    { Effect = "Allow", Action = "ecs:ExecuteCommand", Resource = "*", Condition = { ArnEquals = { "ecs:cluster" = aws_ecs_cluster.main.arn } } },
    { Effect = "Allow", Action = ["ssm:StartSession", "ssm:SendCommand"], Resource = "*", Condition = { StringLike = { "ssm:resourceTag/env" = "dev" } } },
    { Effect = "Allow", Action = ["ssm:TerminateSession", "ssm:ResumeSession"], Resource = "arn:aws:ssm:*:*:session/$${aws:username}-*" },
    { Effect = "Deny", Action = ["ecs:ExecuteCommand", "ssm:*"], Resource = "*" },
  ] })
}

# What other rules report.
resource "aws_iam_role_policy" "more" {
  role   = "more"
  policy = jsonencode({ Statement = { Effect = "Allow", Action = ["ssm:StartSession"], Resource = "*" } })
}

resource "aws_iam_role_policy" "admin" {
  role   = "admin"
  policy = jsonencode({ Statement = { Effect = "Allow", Action = "*", Resource = "*" } })
}
