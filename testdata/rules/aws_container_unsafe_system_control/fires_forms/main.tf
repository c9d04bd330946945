resource "aws_ecs_task_definition" "heredoc" {
  family                = "heredoc"
  # expect-below warning: container "heredoc" sets net.ipv4.conf.eth0.accept_redirects = 1 and can send traffic past its security groups; remove it; at line 10, [0].systemControls[0].namespace
  container_definitions = <<EOF
[
  {
    "name": "heredoc",
    "image": "web:1",
    "systemControls": [
      { "namespace": "net.ipv4.conf.eth0.accept_redirects", "value": "1" }
    ]
  }
]
EOF
}

resource "aws_ecs_task_definition" "template" {
  family                = "template"
  container_definitions = templatefile("web.json.tftpl", { interface = "default" }) # expect warning: container "template" sets net.ipv6.conf.default.forwarding = 2 and can send traffic past its security groups; remove it; at line 5 of web.json.tftpl, [0].systemControls[0].namespace
}
