variable "interactive" {
  type = bool
}

resource "aws_ecs_task_definition" "web" {
  family                = "web"
  container_definitions = jsonencode([{ name = "web", image = "web:1", interactive = var.interactive, pseudoTerminal = var.interactive ? true : false }])
}

resource "aws_ecs_task_definition" "heredoc" {
  family                = "heredoc"
  container_definitions = <<EOF
[{ "name": "web", "image": "web:1", "interactive": ${var.interactive} }]
EOF
}

resource "aws_ecs_daemon_task_definition" "agent" {
  family = "agent"
  container_definition {
    name        = "agent"
    image       = "agent:1"
    interactive = var.interactive
  }
}
