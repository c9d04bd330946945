# What the provider takes for a container definition. The files fires_, silent_ and unknown_forms_provider.tf hold the same forms.

variable "release" {
  type = string
}

variable "privileged" {
  type = bool
}

locals {
  image = "app:${var.release}"
}

resource "aws_ecs_task_definition" "capital_keys" {
  family = "capital_keys"
  container_definitions = jsonencode([{
    Name       = "capital_keys"
    Image      = local.image
    Privileged = var.privileged
  }])
}

resource "aws_ecs_task_definition" "keys_in_any_case" {
  family                = "keys_in_any_case"
  container_definitions = <<-EOF
    [{"NAME": "keys_in_any_case", "image": "${local.image}", "PRIVILEGED": ${var.privileged}}]
  EOF
}

resource "aws_ecs_task_definition" "boolean_as_text" {
  family = "boolean_as_text"
  container_definitions = jsonencode([{
    name       = "boolean_as_text"
    image      = local.image
    privileged = "${var.privileged}"
  }])
}

resource "aws_ecs_task_definition" "text_in_json" {
  family                = "text_in_json"
  container_definitions = <<-EOF
    [{"name": "text_in_json", "image": "${local.image}", "privileged": "${var.privileged}"}]
  EOF
}

resource "aws_ecs_task_definition" "null_is_absent" {
  family = "null_is_absent"
  container_definitions = jsonencode([{
    name       = "null_is_absent"
    image      = local.image
    Privileged = null
    privileged = var.privileged
  }])
}

resource "aws_ecs_task_definition" "last_key_counts" {
  family                = "last_key_counts"
  container_definitions = <<-EOF
    [{
      "name": "last_key_counts",
      "privileged": true,
      "image": "${local.image}",
      "privileged": ${var.privileged}
    }]
  EOF
}

resource "aws_ecs_task_definition" "last_key_counts_in_any_case" {
  family                = "last_key_counts_in_any_case"
  container_definitions = <<-EOF
    [{
      "name": "last_key_counts_in_any_case",
      "Privileged": true,
      "image": "${local.image}",
      "privileged": ${var.privileged}
    }]
  EOF
}

resource "aws_ecs_task_definition" "unknown_keys_are_ignored" {
  family = "unknown_keys_are_ignored"
  container_definitions = jsonencode([{
    name         = "unknown_keys_are_ignored"
    image        = local.image
    isPrivileged = true
    mode         = { privileged = true }
    privileged   = var.privileged
  }])
}
