# What is wrong in one place hides nothing in another.

resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode(concat([local.nothing, {}.nothing], [
    {
      name       = "web"
      image      = format("%d", "no number")
      cpu        = [1][7]
      privileged = true # expect error: container "web" runs privileged and can take over its host; remove privileged, or add single capabilities
    },
  ]))
}

resource "aws_ecs_task_definition" "json" {
  family = "json"
  # expect-below error: container "json" runs privileged and can take over its host; remove privileged, or add single capabilities; at line 20, [0].privileged
  container_definitions = <<EOF
[
  {"name": "json", "privileged": true},
  {"name": "half", "privileg
EOF
}
