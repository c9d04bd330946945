# By what uses it.
resource "aws_iam_role" "used" {
  name               = "used"
  assume_role_policy = var.trust # expect warning: aws_iam_role.used is the role of the container hosts of aws_launch_template.host and of the containers of aws_ecs_task_definition.web, so each can do what only the other needs; make a role for each
}

variable "trust" {}

resource "aws_ecs_task_definition" "web" {
  family                = "web"
  container_definitions = "[]"
  task_role_arn         = aws_iam_role.used.arn
}

resource "aws_iam_instance_profile" "host" {
  role = aws_iam_role.used.name
}

resource "aws_launch_template" "host" {
  user_data = base64encode("ECS_CLUSTER=main")
  iam_instance_profile {
    name = aws_iam_instance_profile.host.name
  }
}

# By one statement each, in a document.
data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["ec2.amazonaws.com"] # expect warning: aws_iam_role.document is the role of instances and of containers, so each can do what only the other needs; make a role for each
    }
  }
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["ecs-tasks.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "document" {
  name               = "document"
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

# An execution role too.
resource "aws_iam_role" "execution" {
  name = "execution"
  # expect-below warning: aws_iam_role.execution is the role of instances and of the start of aws_ecs_task_definition.api, so each can do what only the other needs; make a role for each; at line 56, Statement[0].Principal.Service
  assume_role_policy = <<EOF
{
  "Statement": [
    { "Effect": "Allow", "Action": "sts:AssumeRole", "Principal": { "Service": "ec2.amazonaws.com" } }
  ]
}
EOF
}

resource "aws_ecs_task_definition" "api" {
  family                = "api"
  container_definitions = "[]"
  execution_role_arn    = aws_iam_role.execution.arn
}
