data "aws_iam_policy_document" "debug" {
  statement {
    sid       = "Shell"
    actions   = ["ecs:ExecuteCommand"] # expect notice: statement "Shell" of data.aws_iam_policy_document.debug allows ecs:ExecuteCommand on arn:aws:ecs:*:123456789012:task/*, so its holder can work where no session is logged; name the clusters or hosts that log them
    resources = ["arn:aws:ecs:*:123456789012:task/*"]
  }
}

resource "aws_iam_group_policy" "debug" {
  group  = "developers"
  policy = data.aws_iam_policy_document.debug.json
}
