# Other containers before it that may not be there hide nothing.

variable "debug" {
  type = bool
}

resource "aws_ecs_task_definition" "before" {
  family = "before"
  # expect-below error: container "app" runs privileged and can take over its host; remove privileged, or add single capabilities; at line 15, [1].privileged
  container_definitions = <<-EOF
    [
      %{if var.debug~}
      {"name": "debug", "image": "debug:1"},
      %{endif~}
      {"name": "app", "image": "app:1", "privileged": true},
      {"name": "proxy", "image": "proxy:1"}
    ]
  EOF
}

locals {
  app = {
    name       = "whole"
    image      = "app:1"
    privileged = true # expect error: container "whole" runs privileged and can take over its host; remove privileged, or add single capabilities
  }
}

resource "aws_ecs_task_definition" "whole" {
  family                = "whole"
  container_definitions = var.debug ? jsonencode([{ name = "debug", image = "debug:1" }, local.app]) : jsonencode([local.app])
}
