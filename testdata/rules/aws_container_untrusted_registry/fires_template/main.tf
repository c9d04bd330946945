variable "tag" {
  type = string
}

resource "aws_ecs_task_definition" "web" {
  family                = "web"
  container_definitions = templatefile("${path.module}/web.json.tftpl", { tag = var.tag }) # expect warning: container "web" pulls image "quay.io/example/web:${var.tag}" from quay.io, which is not among the allowed registries; pull it through ECR, or allow it; at line 2 of web.json.tftpl, [0].image
}
