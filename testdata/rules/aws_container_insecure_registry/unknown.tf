variable "image" {
  type = string
}

variable "registry" {
  type = string
}

variable "port" {
  type = number
}

variable "mirror" {
  type = bool
}

resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    { name = "whole", image = var.image },
    { name = "registry", image = "${var.registry}/web:1.4.2" },
    { name = "port", image = "registry.example.com:${var.port}/web:1.4.2" },
    { name = "scheme", image = "${var.registry}://registry.example.com/web:1.4.2" },
    { name = "either", image = var.mirror ? "registry.example.com:80/web:1" : "registry.example.com/web:1" },
  ])
}

resource "aws_ecs_task_definition" "heredoc" {
  family                = "heredoc"
  container_definitions = <<JSON
[{ "name": "web", "image": "${var.registry}/web:1.4.2" }]
JSON
}

resource "aws_batch_job_definition" "job" {
  name                 = "job"
  type                 = "container"
  container_properties = jsonencode({ image = var.image })
}
