# A variable that has to be given, although it has a default.
variable "null_by_default" {
  type    = string
  default = null
}

resource "aws_ecs_task_definition" "given_later" {
  family = "given-later"
  # expect-below error: container "given-later" runs privileged and can take over its host; remove privileged, or add single capabilities; at line 11, [0].privileged
  container_definitions = <<XX
[{ "name": "given-later", "image": "web:${var.null_by_default}", "privileged": true }]
XX
}
