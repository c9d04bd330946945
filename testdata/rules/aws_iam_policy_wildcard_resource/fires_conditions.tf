# Conditions that don't limit, or not to resources.
data "aws_iam_policy_document" "conditions" {
  statement {
    sid       = "Region"
    actions   = ["ecs:RunTask"]
    resources = ["*"] # expect notice: statement "Region" of data.aws_iam_policy_document.conditions allows ecs:RunTask on every resource within its conditions, so one stolen credential reaches all of them; name the resources that are needed
    condition {
      test     = "StringEquals"
      variable = "aws:RequestedRegion"
      values   = ["eu-west-1"]
    }
  }
  statement {
    sid       = "Network"
    actions   = ["ecs:RunTask"]
    resources = ["*"] # expect notice: statement "Network" of data.aws_iam_policy_document.conditions allows ecs:RunTask on every resource within its conditions, so one stolen credential reaches all of them; name the resources that are needed
    condition {
      test     = "StringEquals"
      variable = "aws:SourceVpc"
      values   = [var.vpc]
    }
  }
  statement {
    sid       = "TLS"
    actions   = ["ecs:RunTask"]
    resources = ["*"] # expect warning: statement "TLS" of data.aws_iam_policy_document.conditions allows ecs:RunTask on every resource, so one stolen credential reaches all of them; name the resources that are needed
    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["true"]
    }
  }
  statement {
    sid       = "IfExists"
    actions   = ["ec2:TerminateInstances"]
    resources = ["*"] # expect warning: statement "IfExists" of data.aws_iam_policy_document.conditions allows ec2:TerminateInstances on every resource, so one stolen credential reaches all of them; name the resources that are needed
    condition {
      test     = "StringEqualsIfExists"
      variable = "aws:ResourceTag/stage"
      values   = ["test"]
    }
  }
  statement {
    sid       = "AllKeys"
    actions   = ["ec2:TerminateInstances"]
    resources = ["*"] # expect warning: statement "AllKeys" of data.aws_iam_policy_document.conditions allows ec2:TerminateInstances on every resource, so one stolen credential reaches all of them; name the resources that are needed
    condition {
      test     = "ForAllValues:StringEquals"
      variable = "aws:TagKeys"
      values   = ["stage"]
    }
  }
  statement {
    sid       = "AllButOne"
    actions   = ["ec2:TerminateInstances"]
    resources = ["*"] # expect warning: statement "AllButOne" of data.aws_iam_policy_document.conditions allows ec2:TerminateInstances on every resource, so one stolen credential reaches all of them; name the resources that are needed
    condition {
      test     = "StringNotEquals"
      variable = "aws:ResourceTag/stage"
      values   = ["production"]
    }
  }
  statement {
    sid       = "AnyCluster"
    actions   = ["ecs:RunTask"]
    resources = ["*"] # expect warning: statement "AnyCluster" of data.aws_iam_policy_document.conditions allows ecs:RunTask on every resource, so one stolen credential reaches all of them; name the resources that are needed
    condition {
      test     = "ArnLike"
      variable = "ecs:cluster"
      values   = ["*"]
    }
  }
}

variable "vpc" {}

output "conditions" {
  value = data.aws_iam_policy_document.conditions.json
}
