# The same container in the forms in which people write it.

variable "unset" {
  type = string
}

locals {
  plain = jsonencode({ name = "plain" })
}

resource "aws_ecs_task_definition" "concat" {
  family = "concat"
  # expect-below error: container "concat" runs privileged and can take over its host; remove privileged, or add single capabilities
  container_definitions = jsonencode(concat([{ name = "plain" }], [{ name = "concat", image = var.unset, privileged = true }]))
}

resource "aws_ecs_task_definition" "merge" {
  family = "merge"
  # expect-below error: container "merge" runs privileged and can take over its host; remove privileged, or add single capabilities
  container_definitions = jsonencode([merge({ name = "merge", image = var.unset, privileged = false }, { privileged = true })])
}

resource "aws_ecs_task_definition" "flatten" {
  family = "flatten"
  # expect-below error: container "flatten" runs privileged and can take over its host; remove privileged, or add single capabilities
  container_definitions = jsonencode(flatten([[{ name = "flatten", image = var.unset, privileged = true }], [[{ name = "plain" }]]]))
}

resource "aws_ecs_task_definition" "for_list" {
  family = "for_list"
  # expect-below error: container "for-list" runs privileged and can take over its host; remove privileged, or add single capabilities
  container_definitions = jsonencode([for c in [{ n = "for-list" }] : { name = c.n, image = var.unset, privileged = true }])
}

resource "aws_ecs_task_definition" "for_object" {
  family = "for_object"
  # expect-below error: container "for-object" runs privileged and can take over its host; remove privileged, or add single capabilities
  container_definitions = jsonencode(values({ for n in ["for-object"] : n => { name = n, image = var.unset, privileged = true } if n != "" }))
}

resource "aws_ecs_task_definition" "for_group" {
  family = "for_group"
  # expect-below error: container "for-group" runs privileged and can take over its host; remove privileged, or add single capabilities
  container_definitions = jsonencode(flatten(values({ for n in ["for-group"] : "x" => { name = n, image = var.unset, privileged = true }... })))
}

resource "aws_ecs_task_definition" "splat" {
  family = "splat"
  # expect-below error: container "splat" runs privileged and can take over its host; remove privileged, or add single capabilities
  container_definitions = jsonencode([{ c = { name = "splat", image = var.unset, privileged = true } }][*].c)
}

resource "aws_ecs_task_definition" "coalesce" {
  family = "coalesce"
  # expect-below error: container "coalesce" runs privileged and can take over its host; remove privileged, or add single capabilities
  container_definitions = coalesce(null, jsonencode([{ name = "coalesce", image = var.unset, privileged = true }]))
}

resource "aws_ecs_task_definition" "coalescelist" {
  family = "coalescelist"
  # expect-below error: container "coalescelist" runs privileged and can take over its host; remove privileged, or add single capabilities
  container_definitions = jsonencode(coalescelist([], [{ name = "coalescelist", image = var.unset, privileged = true }]))
}

resource "aws_ecs_task_definition" "try" {
  family = "try"
  # expect-below error: container "try" runs privileged and can take over its host; remove privileged, or add single capabilities
  container_definitions = try({}.nothing, jsonencode([{ name = "try", image = var.unset, privileged = true }]))
}

resource "aws_ecs_task_definition" "can" {
  family = "can"
  # expect-below error: container "can" runs privileged and can take over its host; remove privileged, or add single capabilities
  container_definitions = can({}.nothing) ? "[]" : jsonencode([{ name = "can", image = var.unset, privileged = true }])
}

resource "aws_ecs_task_definition" "one" {
  family = "one"
  # expect-below error: container "one" runs privileged and can take over its host; remove privileged, or add single capabilities
  container_definitions = one([jsonencode([{ name = "one", image = var.unset, privileged = true }])])
}

resource "aws_ecs_task_definition" "element" {
  family = "element"
  # expect-below error: container "element" runs privileged and can take over its host; remove privileged, or add single capabilities
  container_definitions = element([jsonencode([{ name = "element", image = var.unset, privileged = true }])], 0)
}

resource "aws_ecs_task_definition" "lookup" {
  family = "lookup"
  # expect-below error: container "lookup" runs privileged and can take over its host; remove privileged, or add single capabilities
  container_definitions = lookup({ a = jsonencode([{ name = "lookup", image = var.unset, privileged = true }]) }, "a", "[]")
}

resource "aws_ecs_task_definition" "zipmap" {
  family = "zipmap"
  # expect-below error: container "zipmap" runs privileged and can take over its host; remove privileged, or add single capabilities
  container_definitions = jsonencode(values(zipmap(["zipmap"], [{ name = "zipmap", image = var.unset, privileged = true }])))
}

resource "aws_ecs_task_definition" "keys" {
  family = "keys"
  # expect-below error: container "keys" runs privileged and can take over its host; remove privileged, or add single capabilities
  container_definitions = jsonencode([for k in keys({ keys = 1 }) : { name = k, image = var.unset, privileged = true }])
}

resource "aws_ecs_task_definition" "compact" {
  family = "compact"
  # expect-below error: container "compact" runs privileged and can take over its host; remove privileged, or add single capabilities
  container_definitions = "[${join(",", compact(["", jsonencode({ name = "compact", image = var.unset, privileged = true })]))}]"
}

resource "aws_ecs_task_definition" "distinct" {
  family = "distinct"
  # expect-below error: container "distinct" runs privileged and can take over its host; remove privileged, or add single capabilities
  container_definitions = jsonencode(distinct([{ name = "distinct", image = var.unset, privileged = true }]))
}

resource "aws_ecs_task_definition" "sets" {
  family = "sets"
  # expect-below error: container "sets" runs privileged and can take over its host; remove privileged, or add single capabilities
  container_definitions = jsonencode([for n in setunion(toset(["sets"]), []) : { name = n, image = var.unset, privileged = true }])
}

resource "aws_ecs_task_definition" "lists" {
  family = "lists"
  # expect-below error: container "lists" runs privileged and can take over its host; remove privileged, or add single capabilities
  container_definitions = jsonencode(tolist([{ name = "lists", image = var.unset, privileged = true }]))
}

resource "aws_ecs_task_definition" "index" {
  family = "index"
  # expect-below error: container "index" runs privileged and can take over its host; remove privileged, or add single capabilities
  container_definitions = [jsonencode([{ name = "index", image = var.unset, privileged = true }])][0]
}

resource "aws_ecs_task_definition" "key" {
  family = "key"
  # expect-below error: container "key" runs privileged and can take over its host; remove privileged, or add single capabilities
  container_definitions = { a = jsonencode([{ name = "key", image = var.unset, privileged = true }]) }["a"]
}

resource "aws_ecs_task_definition" "both_branches" {
  family = "both_branches"
  # expect-below error: container "both-branches" runs privileged and can take over its host; remove privileged, or add single capabilities
  container_definitions = var.unset == "x" ? jsonencode([{ name = "both-branches", privileged = true }]) : jsonencode([{ name = "both-branches", privileged = true, cpu = 1 }])
}

resource "aws_ecs_task_definition" "jsondecode" {
  family = "jsondecode"
  # expect-below error: container "jsondecode" runs privileged and can take over its host; remove privileged, or add single capabilities; at [0].privileged
  container_definitions = jsonencode(jsondecode("[{\"name\": \"jsondecode\", \"image\": \"${var.unset}\", \"privileged\": ${true}}]"))
}

resource "aws_ecs_task_definition" "yamldecode" {
  family = "yamldecode"
  # expect-below error: container "yamldecode" runs privileged and can take over its host; remove privileged, or add single capabilities
  container_definitions = jsonencode(yamldecode("- name: yamldecode\n  privileged: ${true}\n"))
}

resource "aws_ecs_task_definition" "nonsensitive" {
  family = "nonsensitive"
  # expect-below error: container "nonsensitive" runs privileged and can take over its host; remove privileged, or add single capabilities
  container_definitions = nonsensitive(jsonencode([{ name = "nonsensitive", image = var.unset, privileged = true }]))
}

resource "aws_ecs_task_definition" "format" {
  family = "format"
  # expect-below error: container "format" runs privileged and can take over its host; remove privileged, or add single capabilities
  container_definitions = format("[%s]", jsonencode({ name = "format", image = var.unset, privileged = true }))
}

resource "aws_ecs_task_definition" "join" {
  family = "join"
  # expect-below error: container "join" runs privileged and can take over its host; remove privileged, or add single capabilities
  container_definitions = "[${join(",", [jsonencode({ name = "plain" }), jsonencode({ name = "join", image = var.unset, privileged = true })])}]"
}

resource "aws_ecs_task_definition" "replace" {
  family = "replace"
  # expect-below error: container "replace" runs privileged and can take over its host; remove privileged, or add single capabilities; at [0].privileged
  container_definitions = replace("[{'name': 'replace', 'image': '${var.unset}', 'privileged': ${true}}]", "'", "\"")
}

resource "aws_ecs_task_definition" "parts" {
  family = "parts"
  # expect-below error: container "parts" runs privileged and can take over its host; remove privileged, or add single capabilities
  container_definitions = "[${local.plain},${jsonencode({ name = "parts", image = var.unset, privileged = true })}]"
}

resource "aws_ecs_task_definition" "templatestring" {
  family = "templatestring"
  # expect-below error: container "templatestring" runs privileged and can take over its host; remove privileged, or add single capabilities; at [0].privileged
  container_definitions = templatestring("[{\"name\": \"templatestring\", \"image\": \"$${image}\", \"privileged\": ${true}}]", { image = var.unset })
}

resource "aws_ecs_task_definition" "any_case" {
  family = "any_case"
  # expect-below error: container "any-case" runs privileged and can take over its host; remove privileged, or add single capabilities
  container_definitions = jsonencode([{ Name = "any-case", Image = var.unset, Privileged = true }])
}

resource "aws_ecs_task_definition" "as_text" {
  family = "as_text"
  # expect-below error: container "as-text" runs privileged and can take over its host; remove privileged, or add single capabilities
  container_definitions = jsonencode([{ name = "as-text", image = var.unset, privileged = "${true}" }])
}

resource "aws_ecs_task_definition" "last_wins" {
  family = "last_wins"
  # expect-below error: container "last-wins" runs privileged and can take over its host; remove privileged, or add single capabilities; at [0].privileged
  container_definitions = "[{\"name\": \"last-wins\", \"privileged\": ${false}, \"privileged\": ${true}}]"
}
