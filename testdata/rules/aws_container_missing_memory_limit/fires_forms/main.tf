resource "aws_ecs_task_definition" "heredoc" {
  family                   = "heredoc"
  requires_compatibilities = ["EXTERNAL"]
  # expect-below warning: container "heredoc" has no memory limit and can use all memory of its host; set memory for it or for the task; at line 8, [1]
  container_definitions    = <<EOF
[
  { "name": "limited", "image": "web:1", "memory": 256 },
  { "name": "heredoc", "image": "web:1" }
]
EOF
}

resource "aws_ecs_task_definition" "template" {
  family                = "template"
  container_definitions = templatefile("web.json.tftpl", { image = "web:1" }) # expect warning: container "template" has a memory reservation but no limit, and can use all memory of its host; set memory; at line 2 of web.json.tftpl, [0]
}
