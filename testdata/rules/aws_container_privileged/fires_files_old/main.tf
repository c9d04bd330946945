# As it was written for Terraform 0.11, with the variables of a template in a block.

variable "names" {
  type    = list(string)
  default = ["mounter"]
}

variable "image" {
  type = string
}

data "template_file" "agent" {
  # expect-below error: container "agent" runs privileged and can take over its host; remove privileged, or add single capabilities; at line 6 of agent.json, [0].privileged
  template = "${file("${path.module}/agent.json")}"

  vars {
    name   = "agent"
    image  = "${var.image}"
    memory = 256
  }
}

resource "aws_ecs_task_definition" "agent" {
  family                = "agent"
  container_definitions = "${data.template_file.agent.rendered}"
}

data "template_file" "each" {
  count = "${length(var.names)}"
  # expect-below error: container "mounter" runs privileged and can take over its host; remove privileged, or add single capabilities; at line 6 of agent.json, [0].privileged
  template = "${file("${path.module}/agent.json")}"

  vars {
    name   = "${var.names[count.index]}"
    image  = "${element(aws_ecr_repository.each.*.repository_url, count.index)}"
    memory = 256
  }
}

resource "aws_ecs_task_definition" "each" {
  count                 = "${length(var.names)}"
  family                = "${var.names[count.index]}"
  container_definitions = "${element(data.template_file.each.*.rendered, count.index)}"
}

resource "aws_ecr_repository" "each" {
  count = "${length(var.names)}"
  name  = "${var.names[count.index]}"
}
