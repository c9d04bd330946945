variable "forward" {
  type = string
}

variable "parameter" {
  type = string
}

variable "controls" {
  type = list(map(string))
}

resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    { name = "value", image = "web:1", systemControls = [{ namespace = "net.ipv4.ip_forward", value = var.forward }] },
    { name = "name", image = "web:1", systemControls = [{ namespace = "kernel.${var.parameter}", value = "1" }] },
    { name = "list", image = "web:1", systemControls = var.controls },
  ])
}

resource "aws_ecs_task_definition" "heredoc" {
  family                = "heredoc"
  container_definitions = <<EOF
[{ "name": "web", "image": "web:1", "systemControls": [{ "namespace": "${var.parameter}", "value": "1" }] }]
EOF
}

resource "aws_ecs_daemon_task_definition" "agent" {
  family = "agent"
  container_definition {
    name  = "agent"
    image = "agent:1"
    dynamic "system_control" {
      for_each = var.controls
      content {
        namespace = system_control.value.name
        value     = "1"
      }
    }
  }
}
