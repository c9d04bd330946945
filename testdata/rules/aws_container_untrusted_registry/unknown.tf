variable "image" {
  type = string
}

variable "registry" {
  type = string
}

variable "mirror" {
  type = bool
}

resource "aws_ecr_repository" "web" {
  name = "web"
}

resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    { name = "whole", image = var.image },
    { name = "registry", image = "${var.registry}/web:1.4.2" },
    { name = "part", image = "registry.${var.registry}/web:1.4.2" },
    { name = "repository", image = "${aws_ecr_repository.web.repository_url}:1.4.2" },
    # It may be a user of Docker Hub or the name of a registry.
    { name = "begin", image = "team-${var.registry}/web:1.4.2" },
    { name = "either", image = var.mirror ? "public.ecr.aws/nginx/nginx:1.27.3" : "nginx:1.27.3" },
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
