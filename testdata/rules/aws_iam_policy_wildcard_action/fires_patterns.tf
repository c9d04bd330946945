data "aws_iam_policy_document" "patterns" {
  statement {
    sid       = "Services"
    actions   = ["s3:GetObject", "ecs:*", "ECR:*", "eks:?*"] # expect warning: statement "Services" of data.aws_iam_policy_document.patterns allows ecs:*, ECR:* and eks:?* on every resource, and with it writing actions that nobody chose; list those that are needed
    resources = ["*"]
  }
  statement {
    sid       = "Writes"
    actions   = ["s3:Put*"] # expect warning: statement "Writes" of data.aws_iam_policy_document.patterns allows s3:Put* on every resource, and with it writing actions that nobody chose; list those that are needed
    resources = ["*"]
  }
  statement {
    sid       = "LowerCase"
    actions   = ["s3:put*"] # expect warning: statement "LowerCase" of data.aws_iam_policy_document.patterns allows s3:put* on every resource, and with it writing actions that nobody chose; list those that are needed
    resources = ["*"]
  }
  statement {
    sid       = "AnyVerb"
    actions   = ["s3:*Object"] # expect warning: statement "AnyVerb" of data.aws_iam_policy_document.patterns allows s3:*Object on every resource, and with it writing actions that nobody chose; list those that are needed
    resources = ["*"]
  }
  # Describe, but Delete, Detach and Disassociate too.
  statement {
    sid       = "ShortVerb"
    actions   = ["ec2:D*"] # expect warning: statement "ShortVerb" of data.aws_iam_policy_document.patterns allows ec2:D* on every resource, and with it writing actions that nobody chose; list those that are needed
    resources = ["*"]
  }
  statement {
    sid       = "AnyService"
    actions   = ["*:Delete*"] # expect warning: statement "AnyService" of data.aws_iam_policy_document.patterns allows *:Delete* on every resource, and with it writing actions that nobody chose; list those that are needed
    resources = ["*"]
  }
  # None of its actions can be limited to resources, but they can be listed.
  statement {
    sid       = "WithoutResources"
    actions   = ["lakeformation:*"] # expect warning: statement "WithoutResources" of data.aws_iam_policy_document.patterns allows lakeformation:* on every resource, and with it writing actions that nobody chose; list those that are needed
    resources = ["*"]
  }
  statement {
    sid           = "AllButSomeResources"
    actions       = ["dynamodb:*"] # expect warning: statement "AllButSomeResources" of data.aws_iam_policy_document.patterns allows dynamodb:* on every resource but arn:aws:dynamodb:*:*:table/audit, and with it writing actions that nobody chose; list those that are needed
    not_resources = ["arn:aws:dynamodb:*:*:table/audit"]
  }
  statement {
    sid       = "Many"
    actions   = ["ec2:*", "autoscaling:*", "elasticloadbalancing:*", "cloudwatch:*", "logs:*", "sns:*"] # expect warning: statement "Many" of data.aws_iam_policy_document.patterns allows ec2:*, autoscaling:*, elasticloadbalancing:*, cloudwatch:* and 2 more on every resource, and with it writing actions that nobody chose; list those that are needed
    resources = ["*"]
  }
}

output "patterns" {
  value = data.aws_iam_policy_document.patterns.json
}

# All of a service but some of it.
resource "aws_iam_policy" "all_but" {
  policy = jsonencode({ Statement = [
    { Effect = "Allow", NotAction = ["s3:DeleteBucket"], Resource = "arn:aws:s3:::*" }, # expect warning: statement 1 of aws_iam_policy.all_but allows every action but s3:DeleteBucket on arn:aws:s3:::*, and with it writing actions that nobody chose; list those that are needed
    { Effect = "Allow", NotAction = ["s3:*"], Resource = "arn:aws:s3:::*" },
  ] })
}
