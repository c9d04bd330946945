variable "registry" {
  type = string
}

variable "debug" {
  type = bool
}

resource "aws_ecr_repository" "app" {
  count = 2
  name  = "app-${count.index}"
}

data "aws_ecr_repository" "shared" {
  name = "shared"
}

locals {
  tag = "latest"
}

# What is known of the end of a reference is enough.
resource "aws_ecs_task_definition" "forms" {
  family = "forms"
  container_definitions = jsonencode([
    { name = "prefix", image = "${var.registry}/web:latest" }, # expect warning: container "prefix" runs image "${var.registry}/web:latest" by the tag latest, which is whatever was pushed last; name a version or a digest
    { name = "untagged", image = "${var.registry}/web" }, # expect warning: container "untagged" runs image "${var.registry}/web" without a tag, and so latest, which is whatever was pushed last; name a version or a digest
    { name = "port", image = "${var.registry}:5000/web" }, # expect warning: container "port" runs image "${var.registry}:5000/web" without a tag, and so latest, which is whatever was pushed last; name a version or a digest
    { name = "local", image = "${aws_ecr_repository.app[0].repository_url}:${local.tag}" }, # expect warning: container "local" runs image "${aws_ecr_repository.app[0].repository_url}:latest" by the tag latest, which is whatever was pushed last; name a version or a digest
    { name = "url", image = aws_ecr_repository.app[1].repository_url }, # expect warning: container "url" runs image "${aws_ecr_repository.app[1].repository_url}" without a tag, and so latest, which is whatever was pushed last; name a version or a digest
    { name = "data", image = data.aws_ecr_repository.shared.repository_url }, # expect warning: container "data" runs image "${data.aws_ecr_repository.shared.repository_url}" without a tag, and so latest, which is whatever was pushed last; name a version or a digest
    { name = "joined", image = join(":", [var.registry, "latest"]) }, # expect warning: container "joined" runs image "${var.registry}:latest" by the tag latest, which is whatever was pushed last; name a version or a digest
    { name = "formatted", image = format("%s/web:%s", var.registry, local.tag) }, # expect warning: container "formatted" runs image "${var.registry}/web:latest" by the tag latest, which is whatever was pushed last; name a version or a digest
    { name = "either", image = var.debug ? "web-debug:latest" : "web" }, # expect warning: container "either" runs image "web-debug:latest" by the tag latest, which is whatever was pushed last; name a version or a digest
    { name = "each", image = { a = "web" }["a"] }, # expect warning: container "each" runs image "web" without a tag, and so latest, which is whatever was pushed last; name a version or a digest
  ])
}

resource "aws_ecs_task_definition" "heredoc" {
  family                = "heredoc"
  # expect-below notice: container "agent" runs image "${var.registry}/aws-for-fluent-bit:latest" by the tag latest, which is whatever was pushed last; name a version or a digest; at line 46, [1].image
  # expect-below warning: container "web" runs image "${var.registry}/web:latest" by the tag latest, which is whatever was pushed last; name a version or a digest; at line 45, [0].image
  container_definitions = <<JSON
[
  { "name": "web", "image": "${var.registry}/web:latest", "environment": [{ "name": "DEBUG", "value": "${var.debug}" }] },
  { "name": "agent", "image": "${var.registry}/aws-for-fluent-bit:latest" }
]
JSON
}
