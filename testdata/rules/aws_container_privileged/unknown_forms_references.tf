# Container definitions that are written elsewhere, and resources that are many. The files fires_, silent_ and
# unknown_forms_references.tf hold the same forms.

variable "release" {
  type = string
}

variable "debug" {
  type = bool
}

variable "tenants" {
  type = set(string)
}

variable "privileged" {
  type = bool
}

resource "aws_ecr_repository" "app" {
  name = "app"
}

locals {
  hardware    = { privileged = var.privileged }
  agent       = merge({ name = "locals", image = "agent:${var.release}" }, local.hardware)
  containers  = { agent = local.agent }
  definitions = jsonencode([local.containers.agent, { name = "web", image = aws_ecr_repository.app.repository_url }])
}

resource "aws_ecs_task_definition" "locals" {
  family                = "locals"
  container_definitions = local.definitions
}

locals {
  services = {
    local_of_locals = {
      cpu = var.release
      definitions = jsonencode([{
        name       = "local_of_locals"
        image      = "${aws_ecr_repository.app.repository_url}:${var.release}"
        privileged = var.privileged
      }])
    }
  }
}

resource "aws_ecs_task_definition" "local_of_locals" {
  family                = "local_of_locals"
  container_definitions = local.services["local_of_locals"].definitions
}

data "template_file" "data" {
  template = jsonencode([{
    name       = "data"
    image      = "app:${var.release}"
    privileged = var.privileged
  }])
}

resource "aws_ecs_task_definition" "data" {
  family                = "data"
  container_definitions = data.template_file.data.rendered
}

data "template_file" "data_indexed" {
  count = 1

  template = jsonencode([{
    name       = "data_indexed"
    image      = "app:${var.release}"
    privileged = var.privileged
  }])
}

resource "aws_ecs_task_definition" "data_indexed" {
  family                = "data_indexed"
  container_definitions = data.template_file.data_indexed[0].rendered
}

data "template_file" "data_keyed" {
  for_each = toset(["blue"])

  template = jsonencode([{
    name       = "data_keyed"
    image      = "app:${var.release}"
    privileged = var.privileged
  }])
}

resource "aws_ecs_task_definition" "data_keyed" {
  family                = "data_keyed"
  container_definitions = data.template_file.data_keyed["blue"].rendered
}

data "template_file" "data_splat" {
  count = 1

  template = jsonencode([{
    name       = "data_splat"
    image      = "app:${var.release}"
    privileged = var.privileged
  }])
}

resource "aws_ecs_task_definition" "data_splat" {
  family                = "data_splat"
  container_definitions = join("", data.template_file.data_splat[*].rendered)
}

data "template_file" "data_one" {
  count = var.debug ? 1 : 0

  template = jsonencode([{
    name       = "data_one"
    image      = "app:${var.release}"
    privileged = var.privileged
  }])
}

resource "aws_ecs_task_definition" "data_one" {
  family                = "data_one"
  container_definitions = one(data.template_file.data_one[*].rendered)
}

data "template_file" "data_conditional" {
  count = var.debug ? 1 : 0

  template = jsonencode([{
    name       = "data_conditional"
    image      = "app:${var.release}"
    privileged = var.privileged
  }])
}

resource "aws_ecs_task_definition" "data_conditional" {
  family                = "data_conditional"
  container_definitions = var.debug ? data.template_file.data_conditional[0].rendered : "[]"
}

data "template_file" "data_try" {
  count = var.debug ? 1 : 0

  template = jsonencode([{
    name       = "data_try"
    image      = "app:${var.release}"
    privileged = var.privileged
  }])
}

resource "aws_ecs_task_definition" "data_try" {
  family                = "data_try"
  container_definitions = try(data.template_file.data_try[0].rendered, "[]")
}

resource "aws_ecs_task_definition" "count" {
  count = 2

  family = "count"
  container_definitions = jsonencode([{
    name       = "count-${count.index}"
    image      = "${aws_ecr_repository.app.repository_url}:${var.release}"
    privileged = var.privileged
  }])
}

resource "aws_ecs_task_definition" "count_unknown" {
  count = var.debug ? 1 : 0

  family = "count_unknown"
  container_definitions = jsonencode([{
    name       = "count_unknown"
    image      = "${aws_ecr_repository.app.repository_url}:${var.release}"
    privileged = var.privileged
  }])
}

locals {
  agents = {
    falco = { privileged = var.privileged }
    web   = { privileged = false }
  }
}

resource "aws_ecs_task_definition" "for_each" {
  for_each = local.agents

  family = "for_each"
  container_definitions = jsonencode([{
    name       = "for_each-${each.key}"
    image      = "${aws_ecr_repository.app.repository_url}:${var.release}"
    privileged = each.value.privileged
  }])
}

resource "aws_ecr_repository" "each" {
  for_each = var.tenants

  name = each.key
}

resource "aws_ecs_task_definition" "for_each_resource" {
  for_each = aws_ecr_repository.each

  family = "for_each_resource"
  container_definitions = jsonencode([{
    name       = "for_each_resource"
    image      = each.value.repository_url
    privileged = var.privileged
  }])
}

resource "aws_ecs_task_definition" "for_each_known_keys" {
  for_each = {
    for_each_known_keys = aws_ecr_repository.app.repository_url
  }

  family = "for_each_known_keys"
  container_definitions = jsonencode([{
    name       = each.key
    image      = each.value
    privileged = var.privileged
  }])
}

resource "aws_ecs_task_definition" "for_each_unknown_keys" {
  for_each = var.tenants

  family = "for_each_unknown_keys"
  container_definitions = jsonencode([{
    name       = "for_each_unknown_keys"
    image      = "${aws_ecr_repository.app.repository_url}:${var.release}"
    privileged = var.privileged
  }])
}
