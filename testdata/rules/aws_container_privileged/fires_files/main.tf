variable "unset" {
  type = string
}

variable "environment" {
  type = map(string)
}

locals {
  folder = path.module
}

resource "aws_ecs_task_definition" "file" {
  family = "file"
  # expect-below error: container "file" runs privileged and can take over its host; remove privileged, or add single capabilities; at line 4 of plain.json, [0].privileged
  container_definitions = file("${path.root}/plain.json")
}

resource "aws_ecs_task_definition" "templatefile" {
  family = "templatefile"
  # expect-below error: container "templatefile" runs privileged and can take over its host; remove privileged, or add single capabilities; at line 11 of web.json.tftpl, [0].privileged
  container_definitions = templatefile("${local.folder}/web.json.tftpl", {
    names       = ["templatefile"]
    image       = var.unset
    cpu         = var.unset
    environment = [for k, v in var.environment : { name = k, value = v }]
    debug       = var.unset == "x"
  })
}

# How many there are is not known, what each is is.
resource "aws_ecs_task_definition" "loop" {
  family = "loop"
  # expect-below error: the container of aws_ecs_task_definition.loop runs privileged and can take over its host; remove privileged, or add single capabilities; at line 11 of web.json.tftpl, [0].privileged
  container_definitions = templatefile("${path.module}/web.json.tftpl", {
    names       = split(",", var.unset)
    image       = "loop"
    cpu         = 1
    environment = []
    debug       = false
  })
}

data "template_file" "web" {
  # expect-below error: container "template-file" runs privileged and can take over its host; remove privileged, or add single capabilities; at line 1 of old.json, [0].privileged
  template = file("${path.module}/old.json")

  vars = {
    image = var.unset
  }
}

resource "aws_ecs_task_definition" "template_file" {
  family                = "template-file"
  container_definitions = data.template_file.web.rendered
}

data "template_file" "inline" {
  # expect-below error: container "inline" runs privileged and can take over its host; remove privileged, or add single capabilities; at [0].privileged
  template = "[{\"name\": \"inline\", \"image\": \"$${image}\", \"privileged\": true}]"

  vars = {
    image = var.unset
  }
}

resource "aws_ecs_task_definition" "inline" {
  family                = "inline"
  container_definitions = data.template_file.inline.rendered
}

data "local_file" "web" {
  # expect-below error: container "file" runs privileged and can take over its host; remove privileged, or add single capabilities; at line 4 of plain.json, [0].privileged
  filename = "${path.module}/plain.json"
}

resource "aws_ecs_task_definition" "local_file" {
  family                = "local-file"
  container_definitions = data.local_file.web.content
}

resource "aws_ecs_task_definition" "heredoc" {
  family = "heredoc"
  # expect-below error: container "heredoc" runs privileged and can take over its host; remove privileged, or add single capabilities; at line 92, [0].privileged
  container_definitions = <<-EOF
    [
      %{~if var.unset != "x"~}
      {
        "name": "heredoc",
        "image": "app:${var.unset}",
        "cpu": ${var.unset},
        "privileged": true
      }
      %{~endif~}
    ]
  EOF
}
