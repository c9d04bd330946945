# A whole definition on one line, with a container before another one that may not be there: each is told apart by what it holds.

variable "agent" {
  type = bool
}

variable "image" {
  type = string
}

resource "aws_ecs_task_definition" "web" {
  family = "web"
  # expect-below error: container "web" runs privileged and can take over its host; remove privileged, or add single capabilities; at [1].privileged
  container_definitions = "[%{if var.agent}{\"name\":\"agent\",\"image\":\"agent:1\",\"privileged\":false},%{endif}{\"name\":\"web\",\"image\":\"${var.image}\",\"privileged\":true}]"
}
