variable "servers" {
  type = list(string)
}

resource "aws_ecs_task_definition" "heredoc" {
  family                = "heredoc"
  # expect-below notice: container "heredoc" asks the name server 2606:4700:4700::1111 on the internet, past the VPC's resolver and its firewall; remove it from dnsServers; at line 10, [0].dnsServers[1]
  container_definitions = <<EOF
[
  { "name": "heredoc", "image": "web:1", "dnsServers": ["10.0.0.2", "2606:4700:4700::1111"] }
]
EOF
}

resource "aws_ecs_task_definition" "template" {
  family                = "template"
  container_definitions = templatefile("web.json.tftpl", { server = "1.1.1.1" }) # expect notice: container "template" asks the name server 1.1.1.1 on the internet, past the VPC's resolver and its firewall; remove it from dnsServers; at line 2 of web.json.tftpl, [0].dnsServers[0]
}

resource "aws_ecs_task_definition" "more" {
  family                = "more"
  container_definitions = jsonencode([{ name = "more", image = "web:1", dnsServers = concat(var.servers, ["9.9.9.9"]) }]) # expect notice: container "more" asks the name server 9.9.9.9 on the internet, past the VPC's resolver and its firewall; remove it from dnsServers
}
