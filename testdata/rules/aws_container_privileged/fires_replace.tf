# A list of a template whose trailing comma is taken away afterwards, and texts that are indented or trimmed, with a loop over what is not known.

variable "sidecars" {
  type = list(string)
}

resource "aws_ecs_task_definition" "comma" {
  family = "comma"
  # expect-below error: container "sidecar" runs privileged and can take over its host; remove privileged, or add single capabilities; at line 16, [0].privileged
  container_definitions = replace(<<-EOF
    [
      %{for sidecar in var.sidecars~}
      {
        "name": "sidecar",
        "image": "${sidecar}",
        "privileged": true
      },
      %{endfor~}
    ]
  EOF
  , "/,\\s*\\]/", "]")
}

resource "aws_ecs_task_definition" "numbers" {
  family = "numbers"
  # expect-below error: container "sidecar" runs privileged and can take over its host; remove privileged, or add single capabilities; at line 35, [0].privileged
  # expect-below error: container "web" runs privileged and can take over its host; remove privileged, or add single capabilities; at line 41, […].privileged
  container_definitions = replace(trimspace(<<-EOF
    [
      %{for sidecar in var.sidecars~}
      {
        "name": "sidecar",
        "image": "${sidecar}",
        "memory": "128",
        "privileged": "true"
      },
      %{endfor~}
      {
        "name": "web",
        "image": "registry.example.com/web:1",
        "privileged": "true"
      }
    ]
  EOF
  ), "/\"(true|false|[0-9]+)\"/", "$1")
}

resource "aws_ecs_task_definition" "strings" {
  family = "strings"
  # expect-below error: container "strings" runs privileged and can take over its host; remove privileged, or add single capabilities; at line 56, [0].privileged
  container_definitions = replace(<<-EOF
    [{
      "name": "strings",
      "image": "registry.example.com/web:1",
      "command": [%{for sidecar in var.sidecars}"${sidecar}",%{endfor}"--verbose"],
      "privileged": "true"
    }]
  EOF
  , "/\"(true|false|[0-9]+)\"/", "$1")
}
