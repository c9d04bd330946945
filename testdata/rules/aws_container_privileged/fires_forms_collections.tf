# How people put container definitions together. The files fires_, silent_ and unknown_forms_collections.tf hold the same forms.

variable "release" {
  type = string
}

variable "debug" {
  type = bool
}

resource "aws_ecr_repository" "app" {
  name = "app"
}

locals {
  image = "${aws_ecr_repository.app.repository_url}:${var.release}"
  logs  = { logDriver = "awslogs", options = { awslogs-group = "/ecs/${var.release}" } }
  proxy = { name = "proxy", image = local.image }
}

resource "aws_ecs_task_definition" "literal" {
  family = "literal"
  container_definitions = jsonencode([{
    name             = "literal"
    image            = local.image
    privileged       = true # expect error: container "literal" runs privileged and can take over its host; remove privileged, or add single capabilities
    logConfiguration = local.logs
  }])
}

locals {
  containers = [{
    name       = "of_local"
    image      = local.image
    privileged = true # expect error: container "of_local" runs privileged and can take over its host; remove privileged, or add single capabilities
  }]
}

resource "aws_ecs_task_definition" "of_local" {
  family                = "of_local"
  container_definitions = jsonencode(local.containers)
}

variable "agent" {
  type    = object({ name = string, privileged = bool, environment = optional(list(map(string)), []) })
  default = { name = "of_variable", privileged = true }
}

resource "aws_ecs_task_definition" "of_variable" {
  family                = "of_variable"
  container_definitions = jsonencode([merge(var.agent, { image = local.image })]) # expect error: container "of_variable" runs privileged and can take over its host; remove privileged, or add single capabilities
}

resource "aws_ecs_task_definition" "concat" {
  family = "concat"
  container_definitions = jsonencode(concat([local.proxy], [{
    name       = "concat"
    image      = local.image
    privileged = true # expect error: container "concat" runs privileged and can take over its host; remove privileged, or add single capabilities
  }], var.debug ? [local.proxy] : []))
}

resource "aws_ecs_task_definition" "merge" {
  family = "merge"
  container_definitions = jsonencode([merge({ name = "merge", image = local.image, privileged = false }, {
    privileged = true # expect error: container "merge" runs privileged and can take over its host; remove privileged, or add single capabilities
  })])
}

resource "aws_ecs_task_definition" "merge_shallow" {
  family = "merge_shallow"
  container_definitions = jsonencode(values(merge(
    { merge_shallow = { name = "merge_shallow", image = local.image, privileged = false } },
    { merge_shallow = { name = "merge_shallow", image = "app:1", privileged = true } }, # expect error: container "merge_shallow" runs privileged and can take over its host; remove privileged, or add single capabilities
  )))
}

resource "aws_ecs_task_definition" "flatten" {
  family = "flatten"
  container_definitions = jsonencode(flatten([[local.proxy], [[{
    name       = "flatten"
    image      = local.image
    privileged = true # expect error: container "flatten" runs privileged and can take over its host; remove privileged, or add single capabilities
  }]]]))
}

resource "aws_ecs_task_definition" "for_list" {
  family = "for_list"
  container_definitions = jsonencode([for name, port in { for_list = 8080 } : {
    name         = name
    image        = local.image
    privileged   = true # expect error: container "for_list" runs privileged and can take over its host; remove privileged, or add single capabilities
    portMappings = [{ containerPort = port }]
  }])
}

resource "aws_ecs_task_definition" "for_if" {
  family = "for_if"
  container_definitions = jsonencode([for c in [
    { name = "for_if", image = local.image, privileged = true, enabled = true }, # expect error: container "for_if" runs privileged and can take over its host; remove privileged, or add single capabilities
    { name = "proxy", image = local.image, privileged = false, enabled = true },
  ] : { name = c.name, image = c.image, privileged = c.privileged } if c.enabled])
}

resource "aws_ecs_task_definition" "for_object" {
  family = "for_object"
  container_definitions = jsonencode(values({ for name in ["for_object"] : name => {
    name       = name
    image      = local.image
    privileged = true # expect error: container "for_object" runs privileged and can take over its host; remove privileged, or add single capabilities
  } if name != "" }))
}

resource "aws_ecs_task_definition" "for_group" {
  family = "for_group"
  container_definitions = jsonencode(flatten(values({ for c in [local.proxy, {
    name       = "for_group"
    image      = local.image
    privileged = true # expect error: container "for_group" runs privileged and can take over its host; remove privileged, or add single capabilities
  }] : c.image => c... })))
}

resource "aws_ecs_task_definition" "splat" {
  family = "splat"
  container_definitions = jsonencode([{ container = {
    name       = "splat"
    image      = local.image
    privileged = true # expect error: container "splat" runs privileged and can take over its host; remove privileged, or add single capabilities
  } }][*].container)
}

locals {
  services = [{
    port = 80
    container = {
      name       = "splat_of_attributes"
      image      = local.image
      privileged = true # expect error: container "splat_of_attributes" runs privileged and can take over its host; remove privileged, or add single capabilities
    }
  }]
}

resource "aws_ecs_task_definition" "splat_of_attributes" {
  family                = "splat_of_attributes"
  container_definitions = jsonencode(local.services.*.container)
}

resource "aws_ecs_task_definition" "coalesce" {
  family = "coalesce"
  container_definitions = coalesce(null, "", jsonencode([{
    name       = "coalesce"
    image      = local.image
    privileged = true # expect error: container "coalesce" runs privileged and can take over its host; remove privileged, or add single capabilities
  }]))
}

resource "aws_ecs_task_definition" "coalescelist" {
  family = "coalescelist"
  container_definitions = jsonencode(coalescelist([], [{
    name       = "coalescelist"
    image      = local.image
    privileged = true # expect error: container "coalescelist" runs privileged and can take over its host; remove privileged, or add single capabilities
  }]))
}

resource "aws_ecs_task_definition" "try" {
  family = "try"
  container_definitions = try(local.proxy.nothing, jsonencode([{
    name       = "try"
    image      = local.image
    privileged = true # expect error: container "try" runs privileged and can take over its host; remove privileged, or add single capabilities
  }]))
}

resource "aws_ecs_task_definition" "can" {
  family = "can"
  container_definitions = can(local.proxy.nothing) ? "[]" : jsonencode([{
    name       = "can"
    image      = local.image
    privileged = true # expect error: container "can" runs privileged and can take over its host; remove privileged, or add single capabilities
  }])
}

resource "aws_ecs_task_definition" "one" {
  family = "one"
  container_definitions = one([jsonencode([{
    name       = "one"
    image      = local.image
    privileged = true # expect error: container "one" runs privileged and can take over its host; remove privileged, or add single capabilities
  }])])
}

resource "aws_ecs_task_definition" "element" {
  family = "element"
  container_definitions = element(["[]", jsonencode([{
    name       = "element"
    image      = local.image
    privileged = true # expect error: container "element" runs privileged and can take over its host; remove privileged, or add single capabilities
  }])], 3)
}

resource "aws_ecs_task_definition" "lookup" {
  family = "lookup"
  container_definitions = lookup({ production = jsonencode([{
    name       = "lookup"
    image      = local.image
    privileged = true # expect error: container "lookup" runs privileged and can take over its host; remove privileged, or add single capabilities
  }]) }, "production", "[]")
}

resource "aws_ecs_task_definition" "values" {
  family = "values"
  container_definitions = jsonencode(values({ a = {
    name       = "values"
    image      = local.image
    privileged = true # expect error: container "values" runs privileged and can take over its host; remove privileged, or add single capabilities
  }, b = local.proxy }))
}

resource "aws_ecs_task_definition" "keys" {
  family = "keys"
  container_definitions = jsonencode([for name in keys({ keys = 1 }) : {
    name       = name
    image      = local.image
    privileged = true # expect error: container "keys" runs privileged and can take over its host; remove privileged, or add single capabilities
  }])
}

resource "aws_ecs_task_definition" "zipmap" {
  family = "zipmap"
  container_definitions = jsonencode(values(zipmap(["a", "b"], [local.proxy, {
    name       = "zipmap"
    image      = local.image
    privileged = true # expect error: container "zipmap" runs privileged and can take over its host; remove privileged, or add single capabilities
  }])))
}

resource "aws_ecs_task_definition" "compact" {
  family = "compact"
  # expect-below error: container "compact" runs privileged and can take over its host; remove privileged, or add single capabilities
  container_definitions = "[${join(",", compact(["", jsonencode({ name = "compact", image = local.image, privileged = true })]))}]"
}

resource "aws_ecs_task_definition" "distinct" {
  family = "distinct"
  container_definitions = jsonencode(distinct([{
    name       = "distinct"
    image      = local.image
    privileged = true # expect error: container "distinct" runs privileged and can take over its host; remove privileged, or add single capabilities
  }, local.proxy, local.proxy]))
}

resource "aws_ecs_task_definition" "setunion" {
  family = "setunion"
  container_definitions = jsonencode([for name in setunion(["setunion"], ["setunion"]) : {
    name       = name
    image      = local.image
    privileged = true # expect error: container "setunion" runs privileged and can take over its host; remove privileged, or add single capabilities
  }])
}

resource "aws_ecs_task_definition" "toset" {
  family = "toset"
  container_definitions = jsonencode([for name in toset(["toset", "toset"]) : {
    name       = name
    image      = local.image
    privileged = true # expect error: container "toset" runs privileged and can take over its host; remove privileged, or add single capabilities
  }])
}

resource "aws_ecs_task_definition" "tolist" {
  family = "tolist"
  container_definitions = jsonencode(tolist([{
    name       = "tolist"
    image      = local.image
    privileged = true # expect error: container "tolist" runs privileged and can take over its host; remove privileged, or add single capabilities
  }]))
}

resource "aws_ecs_task_definition" "tomap" {
  family = "tomap"
  container_definitions = jsonencode(values(tomap({ a = {
    name       = "tomap"
    image      = local.image
    privileged = true # expect error: container "tomap" runs privileged and can take over its host; remove privileged, or add single capabilities
  } })))
}

resource "aws_ecs_task_definition" "index" {
  family = "index"
  container_definitions = jsonencode([[local.proxy, {
    name       = "index"
    image      = local.image
    privileged = true # expect error: container "index" runs privileged and can take over its host; remove privileged, or add single capabilities
  }][1]])
}

resource "aws_ecs_task_definition" "key" {
  family = "key"
  container_definitions = { production = jsonencode([{
    name       = "key"
    image      = local.image
    privileged = true # expect error: container "key" runs privileged and can take over its host; remove privileged, or add single capabilities
  }]) }["production"]
}

resource "aws_ecs_task_definition" "known_condition" {
  family = "known_condition"
  container_definitions = length(local.proxy) > 0 ? jsonencode([{
    name       = "known_condition"
    image      = local.image
    privileged = true # expect error: container "known_condition" runs privileged and can take over its host; remove privileged, or add single capabilities
  }]) : "[]"
}

resource "aws_ecs_task_definition" "both_branches" {
  family = "both_branches"
  container_definitions = jsonencode([var.debug ? {
    name       = "both_branches"
    image      = local.image
    command    = ["debug"]
    privileged = true # expect error: container "both_branches" runs privileged and can take over its host; remove privileged, or add single capabilities
    } : {
    name       = "both_branches"
    image      = local.image
    command    = ["serve"]
    privileged = true
  }])
}

resource "aws_ecs_task_definition" "null_members" {
  family = "null_members"
  container_definitions = jsonencode([{
    name       = "null_members"
    image      = local.image
    user       = null
    command    = null
    privileged = true # expect error: container "null_members" runs privileged and can take over its host; remove privileged, or add single capabilities
  }])
}

resource "aws_ecs_task_definition" "jsondecode" {
  family = "jsondecode"
  # expect-below error: container "jsondecode" runs privileged and can take over its host; remove privileged, or add single capabilities; at line 346, [0].privileged
  container_definitions = jsonencode(concat([local.proxy], jsondecode(<<-EOF
    [{"name": "jsondecode", "image": "${local.image}", "privileged": true}]
  EOF
  )))
}

resource "aws_ecs_task_definition" "yamldecode" {
  family = "yamldecode"
  # expect-below error: container "yamldecode" runs privileged and can take over its host; remove privileged, or add single capabilities; at line 357, [0].privileged
  container_definitions = jsonencode(yamldecode(<<-EOF
    - name: yamldecode
      image: ${local.image}
      privileged: true
  EOF
  ))
}

resource "aws_ecs_task_definition" "sensitive" {
  family = "sensitive"
  container_definitions = jsonencode([{
    name       = "sensitive"
    image      = sensitive(local.image)
    privileged = true # expect error: container "sensitive" runs privileged and can take over its host; remove privileged, or add single capabilities
  }])
}

resource "aws_ecs_task_definition" "nonsensitive" {
  family = "nonsensitive"
  container_definitions = nonsensitive(sensitive(jsonencode([{
    name       = "nonsensitive"
    image      = local.image
    privileged = true # expect error: container "nonsensitive" runs privileged and can take over its host; remove privileged, or add single capabilities
  }])))
}
