variable "sidecars" {
  type = list(any)
}

variable "privileged" {
  type = bool
}

variable "overrides" {
  type = map(any)
}

resource "aws_ecs_task_definition" "sidecars" {
  family = "sidecars"
  container_definitions = jsonencode(concat(
    [{ name = "web", image = "web:1" }],
    var.sidecars, # expect notice: a container definition of task definition "sidecars" can't be checked: var.sidecars has no value here; give it a default, or name a tfvars file with --var-file
  ))
}

resource "aws_ecs_task_definition" "field" {
  family = "field"
  container_definitions = jsonencode([{
    name       = "web"
    image      = "web:1"
    privileged = var.privileged # expect notice: privileged of container "web" can't be checked: var.privileged has no value here; give it a default, or name a tfvars file with --var-file
  }])
}

resource "aws_ecs_task_definition" "merged" {
  family = "merged"
  container_definitions = jsonencode([
    merge({ name = "web", image = "web:1" }, var.overrides), # expect notice: a part of the container of aws_ecs_task_definition.merged can't be checked: var.overrides has no value here; give it a default, or name a tfvars file with --var-file
  ])
}

resource "aws_ecs_task_definition" "data" {
  family                = "data"
  container_definitions = data.aws_ssm_parameter.definitions.value # expect notice: container definitions of task definition "data" can't be checked: data.aws_ssm_parameter.definitions.value is read only when Terraform runs; write it out where it is used
}

data "aws_ssm_parameter" "definitions" {
  name = "/definitions"
}

resource "aws_ecs_task_definition" "file" {
  family                = "file"
  container_definitions = file("nowhere.json") # expect notice: container definitions of task definition "file" can't be checked: file("nowhere.json") can't be read; check that the file is there, and not made by another step
}

resource "aws_ecs_task_definition" "by_workspace" {
  family = "by-workspace"
  container_definitions = jsonencode([{
    name  = "by-workspace"
    image = terraform.workspace # expect notice: image of container "by-workspace" can't be checked: terraform.workspace is read only when Terraform runs; write it out where it is used
  }])
}
