variable "execution" {
  type = string
}

variable "task" {
  type = string
}

variable "roles" {
  type = map(string)
}

resource "aws_ecs_task_definition" "variables" {
  family                = "variables"
  execution_role_arn    = var.execution
  task_role_arn         = var.task
  container_definitions = jsonencode([{ name = "web", image = "web:1" }])
}

resource "aws_ecs_task_definition" "made" {
  family                = "made"
  execution_role_arn    = var.execution
  task_role_arn         = replace(var.execution, "execution", "task")
  container_definitions = jsonencode([{ name = "web", image = "web:1" }])
}

resource "aws_ecs_task_definition" "map" {
  family                = "map"
  execution_role_arn    = var.roles["execution"]
  task_role_arn         = var.roles["task"]
  container_definitions = jsonencode([{ name = "web", image = "web:1" }])
}

resource "aws_ecs_task_definition" "names" {
  family                = "names"
  execution_role_arn    = "arn:aws:iam::111122223333:role/${var.execution}"
  task_role_arn         = "arn:aws:iam::111122223333:role/${var.task}"
  container_definitions = jsonencode([{ name = "web", image = "web:1" }])
}

resource "aws_batch_job_definition" "heredoc" {
  name                 = "heredoc"
  type                 = "container"
  container_properties = <<EOF
{ "image": "job:1", "executionRoleArn": "${var.execution}", "jobRoleArn": "${var.task}" }
EOF
}

resource "aws_ecs_daemon_task_definition" "agent" {
  family             = "agent"
  execution_role_arn = module.roles.arns["execution"]
  task_role_arn      = module.roles.arns["task"]
  container_definition {
    name  = "agent"
    image = "agent:1"
  }
}

module "roles" {
  source = "example.com/acme/roles/aws"
}

# A local may be made of anything.
locals {
  roles = module.roles.arns
}

resource "aws_ecs_task_definition" "local" {
  family                = "local"
  execution_role_arn    = local.roles["exec"]
  task_role_arn         = local.roles["task"]
  container_definitions = jsonencode([{ name = "web", image = "web:1" }])
}
