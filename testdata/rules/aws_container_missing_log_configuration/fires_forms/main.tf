resource "aws_ecs_task_definition" "heredoc" {
  family                = "heredoc"
  # expect-below warning: container "heredoc" has no log configuration, so that nobody sees what happens in it; add one, for example with awslogs; at line 7, [0].logConfiguration
  # expect-below warning: container "none" throws its logs away (logDriver = "none"); send them somewhere, for example with awslogs; at line 8, [1].logConfiguration.logDriver
  container_definitions = <<EOF
[
  { "name": "heredoc", "image": "web:1", "logConfiguration": null },
  { "name": "none", "image": "web:1", "logConfiguration": { "logDriver": "none" } }
]
EOF
}

resource "aws_ecs_task_definition" "template" {
  family                = "template"
  container_definitions = templatefile("web.json.tftpl", { image = "web:1" }) # expect warning: container "template" has no log configuration, so that nobody sees what happens in it; add one, for example with awslogs; at line 2 of web.json.tftpl, [0]
}

# A router sends the logs of others, not its own.
resource "aws_ecs_task_definition" "router" {
  family = "router"
  container_definitions = jsonencode([
    { name = "web", image = "web:1", logConfiguration = { logDriver = "awsfirelens" } },
    { name = "router", image = "fluent-bit:1", firelensConfiguration = { type = "fluentbit" } }, # expect notice: container "router", a log router, has no log configuration of its own, so that its faults stay unseen; add one, for example with awslogs
  ])
}
