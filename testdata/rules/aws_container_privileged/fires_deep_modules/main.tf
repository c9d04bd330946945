# A container that comes through six modules, and two that come of instances of a call three modules below.

module "one" {
  source = "./one"
}

resource "aws_ecs_task_definition" "deep" {
  family                = "deep"
  container_definitions = jsonencode([module.one.container]) # expect error: container "deep" runs privileged and can take over its host; remove privileged, or add single capabilities; at line 5 of six/main.tf
}

module "pair" {
  source = "./pair"
}

resource "aws_ecs_task_definition" "pair" {
  family = "pair"
  container_definitions = jsonencode([
    module.pair.first, # expect error: container "first" runs privileged and can take over its host; remove privileged, or add single capabilities; at line 13 of container/main.tf
    module.pair.second,
  ])
}
