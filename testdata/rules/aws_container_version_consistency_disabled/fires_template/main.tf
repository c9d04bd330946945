variable "image" {
  type = string
}

resource "aws_ecs_task_definition" "web" {
  family                = "web"
  container_definitions = templatefile("${path.module}/web.json.tftpl", { image = var.image, consistency = "disabled" }) # expect warning: container "web" has version consistency disabled, so that its tasks may run different images under one tag; remove versionConsistency, or name the image by its digest; at line 5 of web.json.tftpl, [0].versionConsistency
}
