variable "image" {
  type = string
}

resource "aws_ecs_task_definition" "heredoc" {
  family                = "heredoc"
  # expect-below warning: container "capitals" has version consistency disabled, so that its tasks may run different images under one tag; remove versionConsistency, or name the image by its digest; at line 12, [1].VersionConsistency
  # expect-below warning: container "web" has version consistency disabled, so that its tasks may run different images under one tag; remove versionConsistency, or name the image by its digest; at line 11, [0].versionConsistency
  container_definitions = <<JSON
[
  { "name": "web", "image": "${var.image}", "versionConsistency": "disabled" },
  { "Name": "capitals", "Image": "web:1.4.2", "VersionConsistency": "DISABLED" }
]
JSON
}

locals {
  container = {
    image              = "web:1.4.2"
    versionConsistency = "disabled" # expect warning: container "a" has version consistency disabled, so that its tasks may run different images under one tag; remove versionConsistency, or name the image by its digest
  }
}

resource "aws_ecs_task_definition" "merged" {
  family                = "merged"
  container_definitions = jsonencode([for name in ["a", "b"] : merge(local.container, { name = name })])
}
