variable "image" {
  type = string
}

variable "version" {
  type = string
}

resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    { name = "whole", image = var.image },
    # The variable may hold 1.4.2@sha256:…
    { name = "tag", image = "nginx:${var.version}" },
    { name = "digest", image = "nginx@${var.version}" },
    { name = "either", image = var.version == "" ? "nginx:1.27.3" : var.image },
  ])
}

resource "aws_ecs_task_definition" "heredoc" {
  family                = "heredoc"
  container_definitions = <<JSON
[{ "name": "web", "image": "${var.image}" }]
JSON
}

resource "aws_batch_job_definition" "job" {
  name                 = "job"
  type                 = "container"
  container_properties = jsonencode({ image = var.image })
}
