# Whatever the reason, the innermost one is named, and what would make the value known.

variable "definitions" {
  type = object({ web = string, names = list(string) })
}

variable "license" {
  type      = string
  sensitive = true
}

locals {
  through   = local.variable
  variable  = var.definitions.web
  cycle     = local.elsewhere
  elsewhere = local.cycle
}

resource "aws_ecs_task_definition" "variable" {
  family                = "variable"
  container_definitions = local.through # expect notice: container definitions of task definition "variable" can't be checked: var.definitions has no value here; give it a default, or name a tfvars file with --var-file
}

resource "aws_ecs_task_definition" "file_of_variable" {
  family                = "file-of-variable"
  container_definitions = file("${var.definitions.names[0]}.json") # expect notice: container definitions of task definition "file-of-variable" can't be checked: var.definitions has no value here; give it a default, or name a tfvars file with --var-file
}

resource "aws_ecs_task_definition" "heredoc" {
  family = "heredoc"
  # expect-below notice: user of container "web" can't be checked: var.definitions has no value here; give it a default, or name a tfvars file with --var-file; at line 35, [0].user
  # expect-below notice: a container definition of task definition "heredoc" can't be checked: data.aws_ssm_parameter.agent.value is read only when Terraform runs; write it out where it is used; at line 36, [1]
  container_definitions = <<-EOF
    [
      {"name": "web", "image": "web:1", "user": ${var.definitions.web}},
      ${data.aws_ssm_parameter.agent.value}
    ]
  EOF
}

data "aws_ssm_parameter" "agent" {
  name = "/agent"
}

module "container" {
  source = "./container"
  image  = aws_ecr_repository.web.repository_url
}

module "fetched" {
  source  = "example.com/container/aws"
  version = "1.0.0"
}

resource "aws_ecr_repository" "web" {
  name = "web"
}

resource "aws_ecs_task_definition" "output" {
  family                = "output"
  container_definitions = module.container.image # expect notice: container definitions of task definition "output" can't be checked: module.container.image comes from aws_ecr_repository.web.repository_url, which is known only after apply; write it out where it is used
}

resource "aws_ecs_task_definition" "output_that_is_not_there" {
  family                = "output-that-is-not-there"
  container_definitions = module.container.nothing # expect notice: container definitions of task definition "output-that-is-not-there" can't be checked: module.container.nothing is wrong and can't be evaluated; run terraform validate
}

resource "aws_ecs_task_definition" "fetched_output" {
  family                = "fetched-output"
  container_definitions = jsonencode([module.fetched.container]) # expect notice: a container definition of task definition "fetched-output" can't be checked: module.fetched.container is the output of a module that is not installed here; run terraform init, and tflint with --call-module-type=all
}

resource "aws_ecs_task_definition" "attribute" {
  family                = "attribute"
  container_definitions = aws_ecr_repository.web.arn # expect notice: container definitions of task definition "attribute" can't be checked: aws_ecr_repository.web.arn is known only after apply; write it out where it is used
}

resource "aws_ecs_task_definition" "template" {
  family                = "template"
  container_definitions = templatefile("${path.module}/tasks/web.json", {}) # expect notice: container definitions of task definition "template" can't be checked: templatefile("tasks/web.json") can't be read; check that the file is there, and not made by another step
}

resource "aws_ecs_task_definition" "function" {
  family                = "function"
  container_definitions = provider::acme::containers("web") # expect notice: container definitions of task definition "function" can't be checked: provider::acme::containers() can't be evaluated here; write its result out
}

resource "aws_ecs_task_definition" "large" {
  family                = "large"
  container_definitions = format("%9999999s", "[]") # expect notice: container definitions of task definition "large" can't be checked: format() is too large to be evaluated; split it
}

resource "aws_ecs_task_definition" "sensitive_variable" {
  family                = "sensitive-variable"
  container_definitions = var.license # expect notice: container definitions of task definition "sensitive-variable" can't be checked: var.license is sensitive and never looked at; move what has to be checked to a value that is not
}

resource "aws_ecs_task_definition" "sensitive" {
  family                = "sensitive"
  container_definitions = sensitive(jsonencode([{ name = "web" }])) # expect notice: container definitions of task definition "sensitive" can't be checked: what sensitive() marks is sensitive and never looked at; move what has to be checked to a value that is not
}

resource "aws_ecs_task_definition" "cycle" {
  family                = "cycle"
  container_definitions = local.cycle # expect notice: container definitions of task definition "cycle" can't be checked: local.cycle is wrong and can't be evaluated; run terraform validate
}

resource "aws_ecs_task_definition" "wrong_json" {
  family                = "wrong-json"
  container_definitions = "[{\"name\": \"web\", \"image\": \"web:1\"" # expect notice: some container definitions of task definition "wrong-json" can't be checked: the JSON is wrong and can't be evaluated; run terraform validate
}

resource "aws_ecs_task_definition" "wrong_call" {
  family                = "wrong-call"
  container_definitions = element([], 0) # expect notice: container definitions of task definition "wrong-call" can't be checked: element() is wrong and can't be evaluated; run terraform validate
}
