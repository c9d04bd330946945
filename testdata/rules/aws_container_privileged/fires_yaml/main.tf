# Containers in a YAML template, with loops and conditions over what is not known.

variable "variables" {
  type = map(string)
}

variable "features" {
  type = map(bool)
}

locals {
  # expect-below error: container "agent" runs privileged and can take over its host; remove privileged, or add single capabilities; at line 6 of containers.yaml, containers[…].privileged
  # expect-below error: container "web" runs privileged and can take over its host; remove privileged, or add single capabilities; at line 24 of containers.yaml, containers[…].privileged
  definitions = yamldecode(templatefile("${path.module}/containers.yaml", {
    variables = var.variables
    features  = var.features
  }))
}

resource "aws_ecs_task_definition" "web" {
  family                = "web"
  container_definitions = jsonencode(local.definitions.containers)
}
