variable "port" {
  type = number
}

variable "mode" {
  type = string
}

resource "aws_ecs_task_definition" "port" {
  family                = "port"
  container_definitions = jsonencode([{ name = "web", image = "web:1", portMappings = [{ containerPort = 80, hostPort = var.port }] }])
}

resource "aws_ecs_task_definition" "mode" {
  family                = "mode"
  network_mode          = var.mode
  container_definitions = jsonencode([{ name = "web", image = "web:1", portMappings = [{ containerPort = 80, hostPort = 80 }] }])
}

resource "aws_ecs_task_definition" "heredoc" {
  family                = "heredoc"
  container_definitions = <<EOF
[{ "name": "web", "image": "web:1", "portMappings": [{ "containerPort": 80, "hostPort": ${var.port} }] }]
EOF
}
