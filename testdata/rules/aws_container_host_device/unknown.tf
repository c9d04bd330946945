variable "device" {
  type = string
}

variable "devices" {
  type = list(map(string))
}

resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    { name = "list", image = "web:1", linuxParameters = { devices = var.devices } },
    { name = "path", image = "web:1", linuxParameters = { devices = [{ hostPath = var.device }] } },
    { name = "end", image = "web:1", linuxParameters = { devices = [{ hostPath = "/dev/${var.device}" }] } },
    { name = "loop", image = "web:1", linuxParameters = { devices = [for d in var.devices : { hostPath = d.path }] } },
  ])
}

resource "aws_ecs_task_definition" "heredoc" {
  family                = "heredoc"
  container_definitions = <<EOF
[{ "name": "web", "image": "web:1", "linuxParameters": { "devices": [{ "hostPath": "${var.device}" }] } }]
EOF
}

resource "aws_batch_job_definition" "job" {
  name                 = "job"
  type                 = "container"
  container_properties = jsonencode({ image = "job:1", linuxParameters = { devices = [{ hostPath = var.device }] } })
}
