# The same container in the forms in which people write it.

variable "unset" {
  type = string
}

locals {
  plain = jsonencode({ name = "plain" })
}

resource "aws_ecs_task_definition" "concat" {
  family                = "concat"
  container_definitions = jsonencode(concat([{ name = "plain" }], [{ name = "concat", image = var.unset, privileged = false }]))
}

resource "aws_ecs_task_definition" "merge" {
  family                = "merge"
  container_definitions = jsonencode([merge({ name = "merge", image = var.unset, privileged = true }, { privileged = false })])
}

resource "aws_ecs_task_definition" "flatten" {
  family                = "flatten"
  container_definitions = jsonencode(flatten([[{ name = "flatten", image = var.unset, privileged = false }], [[{ name = "plain" }]]]))
}

resource "aws_ecs_task_definition" "for_list" {
  family                = "for_list"
  container_definitions = jsonencode([for c in [{ n = "for-list" }] : { name = c.n, image = var.unset, privileged = false }])
}

resource "aws_ecs_task_definition" "for_object" {
  family                = "for_object"
  container_definitions = jsonencode(values({ for n in ["for-object"] : n => { name = n, image = var.unset, privileged = false } if n != "" }))
}

resource "aws_ecs_task_definition" "for_group" {
  family                = "for_group"
  container_definitions = jsonencode(flatten(values({ for n in ["for-group"] : "x" => { name = n, image = var.unset, privileged = false }... })))
}

resource "aws_ecs_task_definition" "splat" {
  family                = "splat"
  container_definitions = jsonencode([{ c = { name = "splat", image = var.unset, privileged = false } }][*].c)
}

resource "aws_ecs_task_definition" "coalesce" {
  family                = "coalesce"
  container_definitions = coalesce(null, jsonencode([{ name = "coalesce", image = var.unset, privileged = false }]))
}

resource "aws_ecs_task_definition" "coalescelist" {
  family                = "coalescelist"
  container_definitions = jsonencode(coalescelist([], [{ name = "coalescelist", image = var.unset, privileged = false }]))
}

resource "aws_ecs_task_definition" "try" {
  family                = "try"
  container_definitions = try({}.nothing, jsonencode([{ name = "try", image = var.unset, privileged = false }]))
}

resource "aws_ecs_task_definition" "can" {
  family                = "can"
  container_definitions = can({}.nothing) ? "[]" : jsonencode([{ name = "can", image = var.unset, privileged = false }])
}

resource "aws_ecs_task_definition" "one" {
  family                = "one"
  container_definitions = one([jsonencode([{ name = "one", image = var.unset, privileged = false }])])
}

resource "aws_ecs_task_definition" "element" {
  family                = "element"
  container_definitions = element([jsonencode([{ name = "element", image = var.unset, privileged = false }])], 0)
}

resource "aws_ecs_task_definition" "lookup" {
  family                = "lookup"
  container_definitions = lookup({ a = jsonencode([{ name = "lookup", image = var.unset, privileged = false }]) }, "a", "[]")
}

resource "aws_ecs_task_definition" "zipmap" {
  family                = "zipmap"
  container_definitions = jsonencode(values(zipmap(["zipmap"], [{ name = "zipmap", image = var.unset, privileged = false }])))
}

resource "aws_ecs_task_definition" "keys" {
  family                = "keys"
  container_definitions = jsonencode([for k in keys({ keys = 1 }) : { name = k, image = var.unset, privileged = false }])
}

resource "aws_ecs_task_definition" "compact" {
  family                = "compact"
  container_definitions = "[${join(",", compact(["", jsonencode({ name = "compact", image = var.unset, privileged = false })]))}]"
}

resource "aws_ecs_task_definition" "distinct" {
  family                = "distinct"
  container_definitions = jsonencode(distinct([{ name = "distinct", image = var.unset, privileged = false }]))
}

resource "aws_ecs_task_definition" "sets" {
  family                = "sets"
  container_definitions = jsonencode([for n in setunion(toset(["sets"]), []) : { name = n, image = var.unset, privileged = false }])
}

resource "aws_ecs_task_definition" "lists" {
  family                = "lists"
  container_definitions = jsonencode(tolist([{ name = "lists", image = var.unset, privileged = false }]))
}

resource "aws_ecs_task_definition" "index" {
  family                = "index"
  container_definitions = [jsonencode([{ name = "index", image = var.unset, privileged = false }])][0]
}

resource "aws_ecs_task_definition" "key" {
  family                = "key"
  container_definitions = { a = jsonencode([{ name = "key", image = var.unset, privileged = false }]) }["a"]
}

resource "aws_ecs_task_definition" "both_branches" {
  family                = "both_branches"
  container_definitions = var.unset == "x" ? jsonencode([{ name = "both-branches", privileged = false }]) : jsonencode([{ name = "both-branches", privileged = false, cpu = 1 }])
}

resource "aws_ecs_task_definition" "jsondecode" {
  family                = "jsondecode"
  container_definitions = jsonencode(jsondecode("[{\"name\": \"jsondecode\", \"image\": \"${var.unset}\", \"privileged\": ${false}}]"))
}

resource "aws_ecs_task_definition" "yamldecode" {
  family                = "yamldecode"
  container_definitions = jsonencode(yamldecode("- name: yamldecode\n  privileged: ${false}\n"))
}

resource "aws_ecs_task_definition" "nonsensitive" {
  family                = "nonsensitive"
  container_definitions = nonsensitive(jsonencode([{ name = "nonsensitive", image = var.unset, privileged = false }]))
}

resource "aws_ecs_task_definition" "format" {
  family                = "format"
  container_definitions = format("[%s]", jsonencode({ name = "format", image = var.unset, privileged = false }))
}

resource "aws_ecs_task_definition" "join" {
  family                = "join"
  container_definitions = "[${join(",", [jsonencode({ name = "plain" }), jsonencode({ name = "join", image = var.unset, privileged = false })])}]"
}

resource "aws_ecs_task_definition" "replace" {
  family                = "replace"
  container_definitions = replace("[{'name': 'replace', 'image': '${var.unset}', 'privileged': ${false}}]", "'", "\"")
}

resource "aws_ecs_task_definition" "parts" {
  family                = "parts"
  container_definitions = "[${local.plain},${jsonencode({ name = "parts", image = var.unset, privileged = false })}]"
}

resource "aws_ecs_task_definition" "templatestring" {
  family                = "templatestring"
  container_definitions = templatestring("[{\"name\": \"templatestring\", \"image\": \"$${image}\", \"privileged\": ${false}}]", { image = var.unset })
}

resource "aws_ecs_task_definition" "any_case" {
  family                = "any_case"
  container_definitions = jsonencode([{ Name = "any-case", Image = var.unset, Privileged = false }])
}

resource "aws_ecs_task_definition" "as_text" {
  family                = "as_text"
  container_definitions = jsonencode([{ name = "as-text", image = var.unset, privileged = "${false}" }])
}

resource "aws_ecs_task_definition" "last_wins" {
  family                = "last_wins"
  container_definitions = "[{\"name\": \"last-wins\", \"privileged\": ${true}, \"privileged\": ${false}}]"
}
