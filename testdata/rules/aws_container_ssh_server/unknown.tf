variable "ports" {
  type = list(number)
}

variable "command" {
  type = list(string)
}

variable "debug" {
  type = bool
}

resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    { name = "ports", image = "web:1.4.2", portMappings = [for port in var.ports : { containerPort = port }] },
    { name = "either", image = "web:1.4.2", portMappings = [{ containerPort = var.debug ? 22 : 8080 }] },
    { name = "command", image = "web:1.4.2", command = var.command },
    { name = "range", image = "web:1.4.2", portMappings = [{ containerPortRange = "20-${var.ports[0]}" }] },
  ])
}

resource "aws_ecs_task_definition" "heredoc" {
  family                = "heredoc"
  container_definitions = <<JSON
[{ "name": "web", "image": "web:1.4.2", "portMappings": [{ "containerPort": ${var.ports[0]} }] }]
JSON
}

resource "aws_batch_job_definition" "job" {
  name                 = "job"
  type                 = "container"
  container_properties = jsonencode({ image = "job:1.4.2", command = var.command })
}
