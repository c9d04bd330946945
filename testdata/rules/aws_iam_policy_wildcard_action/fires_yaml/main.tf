# A policy in YAML, with a loop over what is not known before a statement, and in it.

variable "queues" {
  type = list(string)
}

resource "aws_iam_policy" "deploy" {
  # expect-below warning: statement "Deploy" of aws_iam_policy.deploy allows ecs:* on every resource, and with it writing actions that nobody chose; list those that are needed; at line 8 of policy.yaml, Statement[…].Action[0]
  policy = jsonencode(yamldecode(templatefile("${path.module}/policy.yaml", { queues = var.queues })))
}
