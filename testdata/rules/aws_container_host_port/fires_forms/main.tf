# bridge is the default.
resource "aws_ecs_task_definition" "heredoc" {
  family                = "heredoc"
  # expect-below error: container "heredoc" takes port 22 of its host, which is for the host's own services, and can be taken for them; remove hostPort; at line 13, [0].portMappings[1].HostPort
  # expect-below notice: container "heredoc" takes port 8080 on every interface of its host; remove hostPort, or use network_mode = "awsvpc"; at line 12, [0].portMappings[0].hostPort
  container_definitions = <<EOF
[
  {
    "name": "heredoc",
    "image": "web:1",
    "portMappings": [
      { "containerPort": 8080, "hostPort": 8080 },
      { "ContainerPort": 22, "HostPort": "22" }
    ]
  }
]
EOF
}

resource "aws_ecs_task_definition" "template" {
  family                = "template"
  container_definitions = templatefile("web.json.tftpl", { port = 51678 }) # expect error: container "template" takes port 51678 of its host, which is for the host's own services, and can be taken for them; remove hostPort; at [0].portMappings[0].hostPort
}

resource "aws_ecs_task_definition" "host" {
  family                = "host"
  network_mode          = "host"
  container_definitions = jsonencode([{ name = "host", image = "web:1", portMappings = [{ containerPort = 2376, hostPort = 2376 }] }]) # expect error: container "host" takes port 2376 of its host, which is for the host's own services, and can be taken for them; remove hostPort
}
