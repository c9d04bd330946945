variable "server" {
  type = string
}

variable "servers" {
  type = list(string)
}

resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    { name = "list", image = "web:1", dnsServers = var.servers },
    { name = "item", image = "web:1", dnsServers = [var.server, "8.8.${var.server}"] },
    { name = "hosts", image = "web:1", extraHosts = [{ hostname = "db", ipAddress = var.server }] },
  ])
}

resource "aws_ecs_task_definition" "heredoc" {
  family                = "heredoc"
  container_definitions = <<EOF
[{ "name": "web", "image": "web:1", "dnsServers": ["${var.server}"] }]
EOF
}
