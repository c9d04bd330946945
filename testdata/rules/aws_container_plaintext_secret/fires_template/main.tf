variable "stripe" {
  type      = string
  sensitive = true
}

data "template_file" "worker" {
  template = file("${path.module}/worker.json") # expect error: environment variable DB_PASSWORD of container "worker" holds a secret in clear, readable for all who may describe it or see this code; keep it in Secrets Manager and refer to it in secrets, and change the secret; at line 6 of worker.json, [0].environment[0].value

  vars = {
    password = "hunter2"
  }
}

resource "aws_ecs_task_definition" "web" {
  family = "web"
  # expect-below error: environment variable API_TOKEN of container "web" holds a secret in clear, readable for all who may describe it or see this code; keep it in Secrets Manager and refer to it in secrets, and change the secret; at line 7 of web.json.tftpl, [0].environment[0].value
  # expect-below error: environment variable STRIPE of container "web" takes var.stripe in clear, readable for all who may describe it; keep it in Secrets Manager and refer to it in secrets; at line 9 of web.json.tftpl, [0].environment[2].value
  container_definitions = templatefile("${path.module}/web.json.tftpl", {
    stripe      = var.stripe
    environment = { API_TOKEN = "5f2b8c1d9e", LOG_LEVEL = "info" }
  })
}

resource "aws_ecs_task_definition" "worker" {
  family                = "worker"
  container_definitions = data.template_file.worker.rendered
}
