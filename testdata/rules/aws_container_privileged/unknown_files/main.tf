variable "unset" {
  type = string
}

variable "environment" {
  type = map(string)
}

variable "flag" {
  type = bool
}

locals {
  folder = path.module
}

resource "aws_ecs_task_definition" "file" {
  family                = "file"
  container_definitions = file("${path.root}/plain.json")
}

resource "aws_ecs_task_definition" "templatefile" {
  family = "templatefile"
  container_definitions = templatefile("${local.folder}/web.json.tftpl", {
    names       = ["templatefile"]
    image       = var.unset
    cpu         = var.unset
    environment = [for k, v in var.environment : { name = k, value = v }]
    debug       = var.unset == "x"
    flag        = var.flag
  })
}

# How many there are is not known, what each is is.
resource "aws_ecs_task_definition" "loop" {
  family = "loop"
  container_definitions = templatefile("${path.module}/web.json.tftpl", {
    names       = split(",", var.unset)
    image       = "loop"
    cpu         = 1
    environment = []
    debug       = false
    flag        = var.flag
  })
}

data "template_file" "web" {
  template = file("${path.module}/old.json")

  vars = {
    image = var.unset
    flag  = var.flag
  }
}

resource "aws_ecs_task_definition" "template_file" {
  family                = "template-file"
  container_definitions = data.template_file.web.rendered
}

data "template_file" "inline" {
  template = "[{\"name\": \"inline\", \"image\": \"$${image}\", \"privileged\": $${flag}}]"

  vars = {
    image = var.unset
    flag  = var.flag
  }
}

resource "aws_ecs_task_definition" "inline" {
  family                = "inline"
  container_definitions = data.template_file.inline.rendered
}

data "local_file" "web" {
  filename = "${path.module}/plain.json"
}

resource "aws_ecs_task_definition" "local_file" {
  family                = "local-file"
  container_definitions = data.local_file.web.content
}

resource "aws_ecs_task_definition" "heredoc" {
  family                = "heredoc"
  container_definitions = <<-EOF
    [
      %{~if var.unset != "x"~}
      {
        "name": "heredoc",
        "image": "app:${var.unset}",
        "cpu": ${var.unset},
        "privileged": ${var.flag}
      }
      %{~endif~}
    ]
  EOF
}
