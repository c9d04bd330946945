variable "path" {
  type = string
}

variable "readonly" {
  type = bool
}

variable "volume" {
  type = string
}

variable "mounts" {
  type = list(map(string))
}

resource "aws_ecs_task_definition" "web" {
  family = "web"
  volume {
    name      = "path"
    host_path = var.path
  }
  volume {
    name      = "data"
    host_path = "/data"
  }
  container_definitions = jsonencode([
    { name = "path", image = "web:1", mountPoints = [{ sourceVolume = "path", containerPath = "/path" }] },
    { name = "readonly", image = "web:1", mountPoints = [{ sourceVolume = "data", containerPath = "/data", readOnly = var.readonly }] },
    { name = "volume", image = "web:1", mountPoints = [{ sourceVolume = var.volume, containerPath = "/data" }] },
    { name = "mounts", image = "web:1", mountPoints = var.mounts },
  ])
}

resource "aws_ecs_task_definition" "heredoc" {
  family = "heredoc"
  volume {
    name      = "data"
    host_path = "/data"
  }
  container_definitions = <<EOF
[{ "name": "web", "image": "web:1", "mountPoints": [{ "sourceVolume": "data", "containerPath": "/data", "readOnly": ${var.readonly} }] }]
EOF
}

resource "aws_batch_job_definition" "job" {
  name = "job"
  type = "container"
  container_properties = jsonencode({
    image       = "job:1"
    volumes     = [{ name = "data", host = { sourcePath = var.path } }]
    mountPoints = [{ sourceVolume = "data", containerPath = "/data" }]
  })
}
