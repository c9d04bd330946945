variable "capabilities" {
  type = list(string)
}

variable "capability" {
  type = string
}

resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    { name = "list", image = "web:1", linuxParameters = { capabilities = { add = var.capabilities } } },
    { name = "item", image = "web:1", linuxParameters = { capabilities = { add = [var.capability] } } },
    { name = "end", image = "web:1", linuxParameters = { capabilities = { add = ["SYS_${var.capability}"] } } },
    { name = "either", image = "web:1", linuxParameters = { capabilities = { add = [var.capability == "x" ? "SYS_ADMIN" : "CHOWN"] } } },
  ])
}

resource "aws_ecs_task_definition" "heredoc" {
  family                = "heredoc"
  container_definitions = <<EOF
[{ "name": "web", "image": "web:1", "linuxParameters": { "capabilities": { "add": ${jsonencode(var.capabilities)} } } }]
EOF
}

resource "aws_ecs_daemon_task_definition" "agent" {
  family = "agent"
  container_definition {
    name  = "agent"
    image = "agent:1"
    linux_parameters {
      capabilities {
        add = var.capabilities
      }
    }
  }
}
