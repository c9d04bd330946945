# What the provider takes for a container definition. The files fires_, silent_ and unknown_forms_provider.tf hold the same forms.

variable "release" {
  type = string
}

locals {
  image = "app:${var.release}"
}

resource "aws_ecs_task_definition" "capital_keys" {
  family = "capital_keys"
  container_definitions = jsonencode([{
    Name       = "capital_keys"
    Image      = local.image
    Privileged = true # expect error: container "capital_keys" runs privileged and can take over its host; remove privileged, or add single capabilities
  }])
}

resource "aws_ecs_task_definition" "keys_in_any_case" {
  family = "keys_in_any_case"
  # expect-below error: container "keys_in_any_case" runs privileged and can take over its host; remove privileged, or add single capabilities; at line 24, [0].PRIVILEGED
  container_definitions = <<-EOF
    [{"NAME": "keys_in_any_case", "image": "${local.image}", "PRIVILEGED": true}]
  EOF
}

resource "aws_ecs_task_definition" "boolean_as_text" {
  family = "boolean_as_text"
  container_definitions = jsonencode([{
    name       = "boolean_as_text"
    image      = local.image
    privileged = "true" # expect error: container "boolean_as_text" runs privileged and can take over its host; remove privileged, or add single capabilities
  }])
}

resource "aws_ecs_task_definition" "text_in_json" {
  family = "text_in_json"
  # expect-below error: container "text_in_json" runs privileged and can take over its host; remove privileged, or add single capabilities; at line 41, [0].privileged
  container_definitions = <<-EOF
    [{"name": "text_in_json", "image": "${local.image}", "privileged": "true"}]
  EOF
}

resource "aws_ecs_task_definition" "null_is_absent" {
  family = "null_is_absent"
  container_definitions = jsonencode([{
    name       = "null_is_absent"
    image      = local.image
    Privileged = null
    privileged = true # expect error: container "null_is_absent" runs privileged and can take over its host; remove privileged, or add single capabilities
  }])
}

resource "aws_ecs_task_definition" "last_key_counts" {
  family = "last_key_counts"
  # expect-below error: container "last_key_counts" runs privileged and can take over its host; remove privileged, or add single capabilities; at line 63, [0].privileged
  container_definitions = <<-EOF
    [{
      "name": "last_key_counts",
      "privileged": false,
      "image": "${local.image}",
      "privileged": true
    }]
  EOF
}

resource "aws_ecs_task_definition" "last_key_counts_in_any_case" {
  family = "last_key_counts_in_any_case"
  # expect-below error: container "last_key_counts_in_any_case" runs privileged and can take over its host; remove privileged, or add single capabilities; at line 76, [0].privileged
  container_definitions = <<-EOF
    [{
      "name": "last_key_counts_in_any_case",
      "Privileged": false,
      "image": "${local.image}",
      "privileged": true
    }]
  EOF
}

resource "aws_ecs_task_definition" "unknown_keys_are_ignored" {
  family = "unknown_keys_are_ignored"
  container_definitions = jsonencode([{
    name         = "unknown_keys_are_ignored"
    image        = local.image
    isPrivileged = false
    mode         = { privileged = false }
    privileged   = true # expect error: container "unknown_keys_are_ignored" runs privileged and can take over its host; remove privileged, or add single capabilities
  }])
}
