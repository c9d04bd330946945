resource "aws_ecs_daemon_task_definition" "agent" {
  family = "agent"
  container_definition {
    name  = "agent"
    image = "agent:1"
    linux_parameters { # expect notice: container "agent" keeps the capabilities that containers have by default, such as NET_RAW and MKNOD; drop ["ALL"], and add what it needs
      init_process_enabled = true
    }
  }
}

resource "aws_ecs_task_definition" "heredoc" {
  family                = "heredoc"
  # expect-below notice: container "heredoc" keeps the capabilities that containers have by default, such as NET_RAW and MKNOD; drop ["ALL"], and add what it needs; at line 17, [0].linuxParameters.capabilities.drop
  container_definitions = <<EOF
[
  { "name": "heredoc", "image": "web:1", "linuxParameters": { "capabilities": { "drop": [] } } }
]
EOF
}

resource "aws_ecs_task_definition" "template" {
  family                   = "template"
  requires_compatibilities = ["FARGATE"]
  container_definitions    = templatefile("web.json.tftpl", { image = "web:1" }) # expect notice: container "template" keeps the capabilities that containers have by default, such as NET_RAW and MKNOD; drop ["ALL"], and add what it needs; at line 2 of web.json.tftpl, [0]
}
