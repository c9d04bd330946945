locals {
  trust = { for name, service in { host = "ec2.amazonaws.com", task = "ecs-tasks.amazonaws.com" } : name => jsonencode({
    Statement = { Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = service } }
  }) }
}

resource "aws_iam_role" "apart" {
  for_each           = local.trust
  name               = each.key
  assume_role_policy = each.value
}

# ECS itself, and a denial.
resource "aws_iam_role" "service" {
  name = "service"
  assume_role_policy = jsonencode({ Statement = [
    { Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = ["ec2.amazonaws.com", "ecs.amazonaws.com"] } },
    { Effect = "Deny", Action = "sts:AssumeRole", Principal = { Service = "ecs-tasks.amazonaws.com" } },
  ] })
}

# Task and execution role are one.
resource "aws_iam_role" "task" {
  name               = "task"
  assume_role_policy = local.trust.task
}

resource "aws_ecs_task_definition" "web" {
  family                = "web"
  container_definitions = "[]"
  task_role_arn         = aws_iam_role.task.arn
  execution_role_arn    = aws_iam_role.task.arn
}

# A role that is made elsewhere has its trust policy there.
data "aws_iam_role" "existing" {
  name = "existing"
}

resource "aws_iam_role_policy_attachment" "existing" {
  role       = data.aws_iam_role.existing.name
  policy_arn = "arn:aws:iam::aws:policy/AmazonS3FullAccess"
}

resource "aws_ecs_task_definition" "existing" {
  family                = "existing"
  container_definitions = "[]"
  task_role_arn         = data.aws_iam_role.existing.arn
}

resource "aws_eks_node_group" "existing" {
  cluster_name  = "main"
  node_role_arn = data.aws_iam_role.existing.arn
}
