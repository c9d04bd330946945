variable "source_container" {
  type = string
}

resource "aws_ecs_task_definition" "heredoc" {
  family                = "heredoc"
  # expect-below notice: container "heredoc" can write to all volumes of another container; set readOnly = true, or mount the one that it needs; at line 10, [0].volumesFrom[0].readOnly
  container_definitions = <<EOF
[
  { "name": "heredoc", "image": "web:1", "volumesFrom": [{ "sourceContainer": "${var.source_container}", "readOnly": false }] }
]
EOF
}

resource "aws_ecs_task_definition" "template" {
  family                = "template"
  container_definitions = templatefile("web.json.tftpl", { from = "web" }) # expect notice: container "template" can write to all volumes of container "web"; set readOnly = true, or mount the one that it needs; at line 2 of web.json.tftpl, [0].volumesFrom[0]
}
