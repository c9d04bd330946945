# Each instance of a call has its own outputs.
module "counted" {
  source = "./container"
  count  = 2

  name       = "counted-${count.index}"
  privileged = count.index == 1
}

resource "aws_ecs_task_definition" "first" {
  family                = "first"
  container_definitions = jsonencode([module.counted[0].container])
}

resource "aws_ecs_task_definition" "second" {
  family                = "second"
  container_definitions = jsonencode([module.counted[1].container]) # expect error: container "counted-1" runs privileged and can take over its host; remove privileged, or add single capabilities; at line 7
}

module "each" {
  source   = "./container"
  for_each = { web = false, agent = true }

  name       = each.key
  privileged = each.value
}

resource "aws_ecs_task_definition" "all" {
  family                = "all"
  container_definitions = jsonencode([for m in module.each : m.container]) # expect error: container "agent" runs privileged and can take over its host; remove privileged, or add single capabilities; at line 22
}

# The files of a directory.
resource "aws_ecs_task_definition" "files" {
  for_each              = fileset(path.module, "definitions/*.json")
  family                = "files"
  container_definitions = file(each.value) # expect error: container "agent" runs privileged and can take over its host; remove privileged, or add single capabilities; at line 5 of definitions/agent.json, [0].privileged
}

# The file that a caller names.
module "task" {
  source = "./task"
  file   = "definitions/agent.json" # expect error: container "agent" runs privileged and can take over its host; remove privileged, or add single capabilities; at line 5 of definitions/agent.json, [0].privileged
}

# What is known of an argument tells the instance that passes it.
resource "aws_ecr_repository" "app" {
  name = "app"
}

module "object" {
  source   = "./object"
  for_each = { api = false, sidecar = true }

  container = { # expect error: container "sidecar" runs privileged and can take over its host; remove privileged, or add single capabilities; at line 53 of main.tf
    name       = each.key
    image      = aws_ecr_repository.app.repository_url
    privileged = each.value
  }
}
