variable "stripe" {
  type      = string
  sensitive = true
}

data "template_file" "worker" {
  template = file("${path.module}/worker.json")

  vars = {
    password = "hunter2"
  }
}

resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = templatefile("${path.module}/web.json.tftpl", {
    stripe      = var.stripe
    environment = { API_TOKEN = "5f2b8c1d9e", LOG_LEVEL = "info" }
  })
}

resource "aws_ecs_task_definition" "worker" {
  family                = "worker"
  container_definitions = data.template_file.worker.rendered
}
