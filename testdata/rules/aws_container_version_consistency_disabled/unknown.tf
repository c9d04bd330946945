variable "consistency" {
  type = string
}

variable "pinned" {
  type = bool
}

resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    { name = "variable", image = "web:1.4.2", versionConsistency = var.consistency },
    { name = "either", image = "web:1.4.2", versionConsistency = var.pinned ? "enabled" : "disabled" },
  ])
}

resource "aws_ecs_task_definition" "heredoc" {
  family                = "heredoc"
  container_definitions = <<JSON
[{ "name": "web", "image": "web:1.4.2", "versionConsistency": "${var.consistency}" }]
JSON
}
