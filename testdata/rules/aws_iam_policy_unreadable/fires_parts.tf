variable "actions" {
  type = list(string)
}

variable "resource" {
  type = string
}

variable "statements" {
  type = list(any)
}

data "aws_iam_policy_document" "deploy" {
  statement {
    sid       = "Deploy"
    actions   = var.actions    # expect notice: the actions of statement "Deploy" of data.aws_iam_policy_document.deploy can't be checked: var.actions has no value here; give it a default, or name a tfvars file with --var-file
    resources = [var.resource] # expect notice: one of the resources of statement "Deploy" of data.aws_iam_policy_document.deploy can't be checked: var.resource has no value here; give it a default, or name a tfvars file with --var-file
  }
}

resource "aws_iam_policy" "deploy" {
  name   = "deploy"
  policy = data.aws_iam_policy_document.deploy.json
}

resource "aws_iam_role_policy" "statements" {
  role = "app"
  policy = jsonencode({
    Statement = concat(
      [{ Effect = "Allow", Action = "sqs:SendMessage", Resource = aws_sqs_queue.jobs.arn }],
      var.statements, # expect notice: a statement of aws_iam_role_policy.statements can't be checked: var.statements has no value here; give it a default, or name a tfvars file with --var-file
    )
  })
}

resource "aws_sqs_queue" "jobs" {
  name = "jobs"
}

resource "aws_iam_role" "app" {
  name               = "app"
  assume_role_policy = data.external.trust.result.policy # expect notice: the trust policy of aws_iam_role.app can't be checked: data.external.trust.result.policy is read only when Terraform runs; write it out where it is used
}

data "external" "trust" {
  program = ["trust"]
}
