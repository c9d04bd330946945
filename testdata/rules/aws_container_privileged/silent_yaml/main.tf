# Containers in a YAML template, with loops and conditions over what is not known.

variable "variables" {
  type = map(string)
}

variable "features" {
  type = map(bool)
}

locals {
  definitions = yamldecode(templatefile("${path.module}/containers.yaml", {
    variables = var.variables
    features  = var.features
  }))
}

resource "aws_ecs_task_definition" "web" {
  family                = "web"
  container_definitions = jsonencode(local.definitions.containers)
}
