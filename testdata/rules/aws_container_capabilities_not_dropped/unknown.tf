variable "drop" {
  type = list(string)
}

variable "linux" {
  type = any
}

resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    { name = "list", image = "web:1", linuxParameters = { capabilities = { drop = var.drop } } },
    { name = "more", image = "web:1", linuxParameters = { capabilities = { drop = concat(["NET_RAW"], var.drop) } } },
    { name = "item", image = "web:1", linuxParameters = { capabilities = { drop = [var.drop[0]] } } },
    { name = "linux", image = "web:1", linuxParameters = var.linux },
    merge({ name = "merged", image = "web:1" }, var.linux),
  ])
}

resource "aws_ecs_task_definition" "heredoc" {
  family                = "heredoc"
  container_definitions = <<EOF
[{ "name": "web", "image": "web:1", "linuxParameters": ${jsonencode(var.linux)} }]
EOF
}

resource "aws_ecs_daemon_task_definition" "agent" {
  family = "agent"
  container_definition {
    name  = "agent"
    image = "agent:1"
    dynamic "linux_parameters" {
      for_each = var.linux
      content {
        capabilities {
          drop = ["ALL"]
        }
      }
    }
  }
}
