variable "privileged" {
  type = bool
}

variable "overrides" {
  type = any
}

resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    { name = "web", image = "web:1", privileged = var.privileged },
    { name = "either", image = "web:1", privileged = var.privileged ? true : false },
    merge({ name = "overridden", image = "web:1", privileged = true }, var.overrides),
    var.overrides,
  ])
}

resource "aws_ecs_task_definition" "heredoc" {
  family                = "heredoc"
  container_definitions = <<JSON
[{ "name": "web", "image": "web:1", "privileged": ${var.privileged} }]
JSON
}

resource "aws_ecs_task_definition" "file" {
  family                = "file"
  container_definitions = file("${path.module}/missing.json")
}

resource "aws_batch_job_definition" "job" {
  name                 = "job"
  type                 = "container"
  container_properties = jsonencode({ image = "job:1", privileged = var.privileged })
}

resource "aws_ecs_daemon_task_definition" "agent" {
  family = "agent"

  container_definition {
    name       = "agent"
    image      = "agent:1"
    privileged = var.privileged
  }
}
