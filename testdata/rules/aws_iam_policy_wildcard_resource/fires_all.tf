# What only the preset "all" reports.
data "aws_iam_policy_document" "minor" {
  statement {
    sid       = "Execution"
    actions   = ["ecr:GetAuthorizationToken", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer", "logs:CreateLogStream", "logs:PutLogEvents"]
    resources = ["*"] # expect notice: statement "Execution" of data.aws_iam_policy_document.minor allows ecr:BatchGetImage, ecr:GetDownloadUrlForLayer, logs:CreateLogStream and logs:PutLogEvents on every resource, so one stolen credential reaches all of them; name the resources that are needed
  }
  statement {
    sid       = "Agent"
    actions   = ["ecs:DiscoverPollEndpoint", "ecs:Poll", "ecs:Submit*", "ecs:StartTelemetrySession"]
    resources = ["*"] # expect notice: statement "Agent" of data.aws_iam_policy_document.minor allows ecs:Poll, ecs:Submit* and ecs:StartTelemetrySession on every resource, so one stolen credential reaches all of them; name the resources that are needed
  }
  statement {
    sid       = "Tags"
    actions   = ["ec2:CreateTags"]
    resources = ["*"] # expect notice: statement "Tags" of data.aws_iam_policy_document.minor allows ec2:CreateTags on every resource, so one stolen credential reaches all of them; name the resources that are needed
  }
  # The roles' trust policies decide, too.
  statement {
    sid       = "AnyRole"
    actions   = ["sts:AssumeRole"]
    resources = ["arn:aws:iam::*:role/*"] # expect notice: statement "AnyRole" of data.aws_iam_policy_document.minor allows sts:AssumeRole on arn:aws:iam::*:role/*, so one stolen credential reaches all of them; name the resources that are needed
  }
  statement {
    sid       = "Region"
    actions   = ["ecr:PutImage"]
    resources = ["arn:aws:ecr:eu-west-1:123456789012:repository/*"] # expect notice: statement "Region" of data.aws_iam_policy_document.minor allows ecr:PutImage on arn:aws:ecr:eu-west-1:123456789012:repository/*, so one stolen credential reaches all of them; name the resources that are needed
  }
}

resource "aws_iam_policy" "minor" {
  policy = data.aws_iam_policy_document.minor.json
}
