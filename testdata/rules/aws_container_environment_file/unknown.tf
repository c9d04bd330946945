variable "files" {
  type = list(object({ value = string, type = string }))
}

resource "aws_ecs_task_definition" "web" {
  family                = "web"
  container_definitions = jsonencode([{ name = "web", image = "web:1.4.2", environmentFiles = var.files }])
}

resource "aws_ecs_task_definition" "heredoc" {
  family                = "heredoc"
  container_definitions = <<JSON
[{ "name": "web", "image": "web:1.4.2", "environmentFiles": ${jsonencode(var.files)} }]
JSON
}
