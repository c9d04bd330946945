variable "path" {
  type = string
}

variable "volumes" {
  type = map(string)
}

resource "aws_ecs_task_definition" "web" {
  family = "web"
  volume {
    name      = "variable"
    host_path = var.path
  }
  volume {
    name      = "below"
    host_path = "/data/${var.path}"
  }
  # It may be /etcd/ or /etc-web.
  volume {
    name      = "part"
    host_path = "/etc${var.path}"
  }
  # It may be /etc/localtime, which is allowed.
  volume {
    name      = "allowed"
    host_path = "/etc/${var.path}"
  }
  dynamic "volume" {
    for_each = var.volumes
    content {
      name      = volume.key
      host_path = volume.value
    }
  }
  container_definitions = jsonencode([
    {
      name        = "web"
      image       = "web:1"
      mountPoints = [for name in ["variable", "below", "part", "allowed"] : { sourceVolume = name, containerPath = "/${name}" }]
    },
  ])
}

resource "aws_batch_job_definition" "heredoc" {
  name                 = "heredoc"
  type                 = "container"
  container_properties = <<EOF
{
  "image": "job:1",
  "volumes": [{ "name": "data", "host": { "sourcePath": "${var.path}" } }],
  "mountPoints": [{ "sourceVolume": "data", "containerPath": "/data" }]
}
EOF
}

resource "aws_ecs_daemon_task_definition" "agent" {
  family = "agent"
  volume {
    name      = "variable"
    host_path = var.path
  }
  container_definition {
    name  = "agent"
    image = "agent:1"
    mount_point {
      source_volume  = "variable"
      container_path = "/data"
    }
  }
}
