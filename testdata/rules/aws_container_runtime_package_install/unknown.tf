variable "command" {
  type = list(string)
}

variable "program" {
  type = string
}

variable "debug" {
  type = bool
}

resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    { name = "whole", image = "web:1.4.2", command = var.command },
    { name = "program", image = "web:1.4.2", command = [var.program, "install", "curl"] },
    { name = "script", image = "web:1.4.2", command = ["sh", "-c", "${var.program} install curl"] },
    { name = "verb", image = "web:1.4.2", command = ["apt-get", var.program] },
    { name = "either", image = "web:1.4.2", command = ["sh", "-c", var.debug ? "apt-get install -y gdb; serve" : "serve"] },
  ])
}

resource "aws_ecs_task_definition" "heredoc" {
  family                = "heredoc"
  container_definitions = <<JSON
[{ "name": "web", "image": "web:1.4.2", "command": ${jsonencode(var.command)} }]
JSON
}

resource "aws_batch_job_definition" "job" {
  name                 = "job"
  type                 = "container"
  container_properties = jsonencode({ image = "job:1.4.2", command = var.command })
}
