resource "aws_ecs_task_definition" "web" {
  family                = "web"
  execution_role_arn    = aws_iam_role.ecs.arn
  task_role_arn         = aws_iam_role.ecs.arn # expect warning: task definition "web" gives its containers the execution role, with its secrets, logs and images; make a role for the application, with what it calls itself
  container_definitions = jsonencode([{ name = "web", image = "web:1.4.2" }])
}

resource "aws_iam_role" "ecs" {
  name               = "ecs"
  assume_role_policy = data.aws_iam_policy_document.ecs.json
}

data "aws_iam_policy_document" "ecs" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["ecs-tasks.amazonaws.com"]
    }
  }
}
