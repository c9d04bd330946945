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
  privileged = true # expect error: container "argument" runs privileged and can take over its host; remove privileged, or add single capabilities
}

module "object" {
  source = "./object"

  container = { # expect error: container "object" runs privileged and can take over its host; remove privileged, or add single capabilities; at line 26 of main.tf
    name       = "object"
    image      = aws_ecr_repository.app.repository_url
    privileged = true
  }
}

module "list" {
  source = "./list"

  containers = [ # expect error: container "list" runs privileged and can take over its host; remove privileged, or add single capabilities; at line 38 of main.tf
    { name = "proxy", image = "proxy:${var.release}" },
    {
      name       = "list"
      image      = aws_ecr_repository.app.repository_url
      privileged = true
    },
  ]
}

module "json" {
  source = "./json"

  definitions = jsonencode([{ # expect error: container "json" runs privileged and can take over its host; remove privileged, or add single capabilities; at line 49 of main.tf
    name       = "json"
    image      = aws_ecr_repository.app.repository_url
    privileged = true
  }])
}

locals {
  definitions = jsonencode([{
    name       = "json_of_local"
    image      = aws_ecr_repository.app.repository_url
    privileged = true
  }])
}

module "json_of_local" {
  source = "./json"

  definitions = local.definitions # expect error: container "json_of_local" runs privileged and can take over its host; remove privileged, or add single capabilities; at line 57 of main.tf
}

module "heredoc" {
  source = "./json"

  # expect-below error: container "heredoc" runs privileged and can take over its host; remove privileged, or add single capabilities; at line 75 of main.tf, [0].privileged
  definitions = <<-EOF
    [{
      "name": "heredoc",
      "image": "${aws_ecr_repository.app.repository_url}",
      "privileged": true
    }]
  EOF
}

module "for_each" {
  source   = "./flag"
  for_each = { for_each = aws_ecr_repository.app.repository_url }

  name       = each.key
  image      = each.value
  privileged = true # expect error: container "for_each" runs privileged and can take over its host; remove privileged, or add single capabilities
}

module "output" {
  source = "./output"

  image      = aws_ecr_repository.app.repository_url
  privileged = true
}

resource "aws_ecs_task_definition" "output" {
  family                = "output"
  container_definitions = module.output.definitions # expect error: container "output" runs privileged and can take over its host; remove privileged, or add single capabilities; at line 93
}

module "output_indexed" {
  source = "./output"
  count  = 1

  name       = "output_indexed"
  image      = aws_ecr_repository.app.repository_url
  privileged = true
}

resource "aws_ecs_task_definition" "output_indexed" {
  family                = "output_indexed"
  container_definitions = jsonencode([module.output_indexed[0].container]) # expect error: container "output_indexed" runs privileged and can take over its host; remove privileged, or add single capabilities; at line 107
}

module "output_of_output" {
  source = "./outer"

  image      = aws_ecr_repository.app.repository_url
  privileged = true
}

resource "aws_ecs_task_definition" "output_of_output" {
  family                = "output_of_output"
  container_definitions = module.output_of_output.definitions # expect error: container "output_of_output" runs privileged and can take over its host; remove privileged, or add single capabilities; at line 119
}

module "through_module" {
  source = "./through"

  containers = [{ # expect error: container "through_module" runs privileged and can take over its host; remove privileged, or add single capabilities; at line 133 of main.tf
    name       = "through_module"
    image      = aws_ecr_repository.app.repository_url
    privileged = true
  }]
}
