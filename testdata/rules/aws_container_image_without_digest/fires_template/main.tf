variable "registry" {
  type = string
}

resource "aws_ecs_task_definition" "web" {
  family                = "web"
  container_definitions = templatefile("${path.module}/web.json.tftpl", { registry = var.registry, version = "1.4.2" }) # expect notice: container "web" runs image "${var.registry}/web:1.4.2" without a digest, so that another image can take its place; add @sha256:…, for example with data.aws_ecr_image; at line 2 of web.json.tftpl, [0].image
}
