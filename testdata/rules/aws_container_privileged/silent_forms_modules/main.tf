# Container definitions that go into modules and come out of them. The directories fires_, silent_ and unknown_forms_modules
# hold the same forms.

variable "release" {
  type = string
}

resource "aws_ecr_repository" "app" {
  name = "app"
}

module "argument" {
  source = "./flag"

  name       = "argument"
  image      = aws_ecr_repository.app.repository_url
  privileged = false
}

module "object" {
  source = "./object"

  container = {
    name       = "object"
    image      = aws_ecr_repository.app.repository_url
    privileged = false
  }
}

module "list" {
  source = "./list"

  containers = [
    { name = "proxy", image = "proxy:${var.release}" },
    {
      name       = "list"
      image      = aws_ecr_repository.app.repository_url
      privileged = false
    },
  ]
}

module "json" {
  source = "./json"

  definitions = jsonencode([{
    name       = "json"
    image      = aws_ecr_repository.app.repository_url
    privileged = false
  }])
}

locals {
  definitions = jsonencode([{
    name       = "json_of_local"
    image      = aws_ecr_repository.app.repository_url
    privileged = false
  }])
}

module "json_of_local" {
  source = "./json"

  definitions = local.definitions
}

module "heredoc" {
  source = "./json"

  definitions = <<-EOF
    [{
      "name": "heredoc",
      "image": "${aws_ecr_repository.app.repository_url}",
      "privileged": false
    }]
  EOF
}

module "for_each" {
  source   = "./flag"
  for_each = { for_each = aws_ecr_repository.app.repository_url }

  name       = each.key
  image      = each.value
  privileged = false
}

module "output" {
  source = "./output"

  image      = aws_ecr_repository.app.repository_url
  privileged = false
}

resource "aws_ecs_task_definition" "output" {
  family                = "output"
  container_definitions = module.output.definitions
}

module "output_indexed" {
  source = "./output"
  count  = 1

  name       = "output_indexed"
  image      = aws_ecr_repository.app.repository_url
  privileged = false
}

resource "aws_ecs_task_definition" "output_indexed" {
  family                = "output_indexed"
  container_definitions = jsonencode([module.output_indexed[0].container])
}

module "output_of_output" {
  source = "./outer"

  image      = aws_ecr_repository.app.repository_url
  privileged = false
}

resource "aws_ecs_task_definition" "output_of_output" {
  family                = "output_of_output"
  container_definitions = module.output_of_output.definitions
}

module "through_module" {
  source = "./through"

  containers = [{
    name       = "through_module"
    image      = aws_ecr_repository.app.repository_url
    privileged = false
  }]
}
