resource "aws_ecs_task_definition" "heredoc" {
  family                = "heredoc"
  # expect-below error: container "heredoc" turns a protection of its host's kernel off (apparmor:unconfined); remove the option, or name a profile; at line 9, [0].dockerSecurityOptions[1]
  container_definitions = <<EOF
[
  {
    "name": "heredoc",
    "image": "web:1",
    "dockerSecurityOptions": ["no-new-privileges", "apparmor:unconfined"]
  }
]
EOF
}

resource "aws_ecs_task_definition" "template" {
  family                = "template"
  container_definitions = templatefile("web.json.tftpl", { profile = "unconfined" }) # expect error: container "template" turns a protection of its host's kernel off (seccomp=unconfined); remove the option, or name a profile; at line 5 of web.json.tftpl, [0].dockerSecurityOptions[0]
}
