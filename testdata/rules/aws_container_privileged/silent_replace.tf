# A list of a template whose trailing comma is taken away afterwards, and texts that are indented or trimmed, with a loop over what is not known.

variable "sidecars" {
  type = list(string)
}

resource "aws_ecs_task_definition" "comma" {
  family = "comma"
  container_definitions = replace(<<-EOF
    [
      %{for sidecar in var.sidecars~}
      {
        "name": "sidecar",
        "image": "${sidecar}",
        "privileged": false
      },
      %{endfor~}
    ]
  EOF
  , "/,\\s*\\]/", "]")
}

resource "aws_ecs_task_definition" "numbers" {
  family = "numbers"
  container_definitions = replace(trimspace(<<-EOF
    [
      %{for sidecar in var.sidecars~}
      {
        "name": "sidecar",
        "image": "${sidecar}",
        "memory": "128",
        "privileged": "false"
      },
      %{endfor~}
      {
        "name": "web",
        "image": "registry.example.com/web:1",
        "privileged": "false"
      }
    ]
  EOF
  ), "/\"(true|false|[0-9]+)\"/", "$1")
}

resource "aws_ecs_task_definition" "strings" {
  family = "strings"
  container_definitions = replace(<<-EOF
    [{
      "name": "strings",
      "image": "registry.example.com/web:1",
      "command": [%{for sidecar in var.sidecars}"${sidecar}",%{endfor}"--verbose"],
      "privileged": "false"
    }]
  EOF
  , "/\"(true|false|[0-9]+)\"/", "$1")
}
