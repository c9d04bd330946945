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

# The output of a module may be any action; as a resource it is the name of one.
resource "aws_iam_policy" "output" {
  policy = jsonencode({
    Statement = [{
      Effect   = "Allow"
      Action   = module.permissions.actions # expect notice: the actions of aws_iam_policy.output can't be checked: module.permissions.actions is the output of a module that is not installed here; run terraform init, and tflint with --call-module-type=all
      Resource = module.permissions.resource
    }]
  })
}

module "permissions" {
  source  = "example.com/permissions/aws"
  version = "1.0.0"
}

resource "aws_iam_policy" "wrong_json" {
  policy = "{\"Statement\": [" # expect notice: some statements of aws_iam_policy.wrong_json can't be checked: the JSON is wrong and can't be evaluated; run terraform validate; at Statement
}

resource "aws_iam_policy" "missing_file" {
  policy = file("nowhere.json") # expect notice: aws_iam_policy.missing_file can't be checked: file("nowhere.json") can't be read; check that the file is there, and not made by another step
}
