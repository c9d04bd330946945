variable "readonly" {
  type = bool
}

variable "volumes" {
  type = list(map(string))
}

resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    { name = "readonly", image = "web:1", volumesFrom = [{ sourceContainer = "web", readOnly = var.readonly }] },
    { name = "list", image = "web:1", volumesFrom = var.volumes },
    { name = "merged", image = "web:1", volumesFrom = [merge({ sourceContainer = "web" }, var.volumes[0])] },
  ])
}

resource "aws_ecs_task_definition" "heredoc" {
  family                = "heredoc"
  container_definitions = <<EOF
[{ "name": "web", "image": "web:1", "volumesFrom": [{ "sourceContainer": "web", "readOnly": ${var.readonly} }] }]
EOF
}
