module "config" {
  source = "./config"
}

# The list comes from one module and goes to another: this is where it becomes too much.
module "pipeline" {
  source = "./pipeline"

  allowed_actions = [for service in module.config.services : "${service}:*"] # expect warning: statement "Pipeline" of data.aws_iam_policy_document.pipeline allows ecs:* and ecr:* on every resource, and with it writing actions that nobody chose; list those that are needed; at line 9 of main.tf
}

resource "aws_iam_policy" "deploy" {
  policy = data.aws_iam_policy_document.deploy.json
}

data "aws_iam_policy_document" "deploy" {
  statement {
    sid       = "Deploy"
    actions   = module.config.actions # expect warning: statement "Deploy" of data.aws_iam_policy_document.deploy allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed; at line 6 of config/main.tf
    resources = ["*"]
  }
}
