variable "image" {
  type = string
}

variable "tag" {
  type = string
}

variable "pinned" {
  type = bool
}

resource "aws_ecr_repository" "web" {
  name = "web"
}

module "ecr" {
  source = "terraform-aws-modules/ecr/aws"
}

data "aws_ecs_container_definition" "running" {
  task_definition = "web"
  container_name  = "web"
}

resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    { name = "whole", image = var.image },
    { name = "tag", image = "nginx:${var.tag}" },
    { name = "repository", image = "${aws_ecr_repository.web.repository_url}:${var.tag}" },
    { name = "suffix", image = "${aws_ecr_repository.web.repository_url}${var.tag}" },
    { name = "end", image = "nginx${var.tag}" },
    { name = "running", image = data.aws_ecs_container_definition.running.image },
    # An output may have a tag.
    { name = "module", image = module.ecr.repository_url },
    { name = "either", image = var.pinned ? "nginx:1.27.3" : "nginx:latest" },
    { name = "conditional", image = "nginx:${var.pinned ? "1.27.3" : "latest"}" },
    { name = "function", image = replace(aws_ecr_repository.web.repository_url, "/:.*$/", var.tag) },
  ])
}

resource "aws_ecs_task_definition" "heredoc" {
  family                = "heredoc"
  container_definitions = <<JSON
[{ "name": "web", "image": "${var.image}" }, { "name": "side", "image": ${jsonencode(var.image)} }]
JSON
}

resource "aws_batch_job_definition" "job" {
  name                 = "job"
  type                 = "container"
  container_properties = jsonencode({ image = "${var.image}:${var.tag}" })
}
