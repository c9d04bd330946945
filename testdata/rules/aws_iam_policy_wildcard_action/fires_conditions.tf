data "aws_iam_policy_document" "conditions" {
  statement {
    sid       = "Cluster"
    actions   = ["ecs:*"] # expect notice: statement "Cluster" of data.aws_iam_policy_document.conditions allows ecs:* on every resource within its conditions, and with it writing actions that nobody chose; list those that are needed
    resources = ["*"]
    condition {
      test     = "ArnEquals"
      variable = "ecs:cluster"
      values   = [aws_ecs_cluster.main.arn]
    }
  }
  statement {
    sid       = "Tagged"
    actions   = ["ecs:*"] # expect notice: statement "Tagged" of data.aws_iam_policy_document.conditions allows ecs:* on every resource within its conditions, and with it writing actions that nobody chose; list those that are needed
    resources = ["*"]
    condition {
      test     = "StringEquals"
      variable = "aws:ResourceTag/team"
      values   = ["web"]
    }
  }
  statement {
    sid       = "Region"
    actions   = ["ecs:*"] # expect notice: statement "Region" of data.aws_iam_policy_document.conditions allows ecs:* on every resource within its conditions, and with it writing actions that nobody chose; list those that are needed
    resources = ["*"]
    condition {
      test     = "StringEquals"
      variable = "aws:RequestedRegion"
      values   = ["eu-west-1"]
    }
  }
  statement {
    sid       = "NotProduction"
    actions   = ["ecs:*"] # expect warning: statement "NotProduction" of data.aws_iam_policy_document.conditions allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed
    resources = ["*"]
    condition {
      test     = "StringNotEquals"
      variable = "aws:ResourceTag/stage"
      values   = ["production"]
    }
  }
  statement {
    sid       = "AnyCluster"
    actions   = ["ecs:*"] # expect warning: statement "AnyCluster" of data.aws_iam_policy_document.conditions allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed
    resources = ["*"]
    condition {
      test     = "ArnLike"
      variable = "ecs:cluster"
      values   = ["*"]
    }
  }
}

resource "aws_ecs_cluster" "main" {
  name = "main"
}

resource "aws_iam_group_policy" "conditions" {
  group  = "deploy"
  policy = data.aws_iam_policy_document.conditions.json
}
