resource "aws_ecs_daemon_task_definition" "agent" {
  family = "agent"
  container_definition {
    name            = "agent"
    image           = "agent:1"
    pseudo_terminal = true # expect notice: container "agent" has a terminal, which a service doesn't need; remove pseudoTerminal
  }
}

resource "aws_ecs_task_definition" "heredoc" {
  family                = "heredoc"
  # expect-below notice: container "heredoc" keeps its standard input open, which a service doesn't need; remove interactive; at line 15, [0].Interactive
  container_definitions = <<EOF
[
  { "name": "heredoc", "image": "web:1", "Interactive": true }
]
EOF
}

resource "aws_ecs_task_definition" "template" {
  family                = "template"
  container_definitions = templatefile("web.json.tftpl", { interactive = true }) # expect notice: container "template" keeps its standard input open, which a service doesn't need; remove interactive; at [0].interactive
}
