variable "tag" {
  type = string
}

resource "aws_ecs_task_definition" "web" {
  family                = "web"
  container_definitions = templatefile("${path.module}/web.json.tftpl", { tag = var.tag, port = 80 }) # expect error: container "web" pulls image "registry.example.com:80/web:${var.tag}" on port 80, which is without TLS, so that others can read and replace it; pull it from a registry with TLS, such as ECR; at line 2 of web.json.tftpl, [0].image
}
