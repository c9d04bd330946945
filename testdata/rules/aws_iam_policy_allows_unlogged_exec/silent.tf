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
  ] })
}

# Denied, in the same document, in another policy of the role, and by its boundary.
resource "aws_iam_role_policy" "denied" {
  role = "denied"
  policy = jsonencode({ Statement = [
    { Effect = "Allow", Action = "ecs:ExecuteCommand", Resource = "*" },
    { Effect = "Deny", Action = ["ecs:ExecuteCommand", "ssm:*"], Resource = "*" },
  ] })
}

resource "aws_iam_role_policy" "allows" {
  role   = "guarded"
  policy = jsonencode({ Statement = { Effect = "Allow", Action = "ecs:ExecuteCommand", Resource = ["arn:aws:ecs:*:*:cluster/*", "arn:aws:ecs:*:*:task/*"] } })
}

resource "aws_iam_role_policy" "guard" {
  role   = "guarded"
  policy = jsonencode({ Statement = { Effect = "Deny", Action = "ecs:Execute*", Resource = "*" } })
}

resource "aws_iam_role" "bounded" {
  name                 = "bounded"
  assume_role_policy   = "{}"
  permissions_boundary = "arn:aws:iam::aws:policy/AmazonS3FullAccess"
}

resource "aws_iam_role_policy" "bounded" {
  role   = aws_iam_role.bounded.name
  policy = jsonencode({ Statement = { Effect = "Allow", Action = "ecs:ExecuteCommand", Resource = ["arn:aws:ecs:*:*:cluster/*", "arn:aws:ecs:*:*:task/*"] } })
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
