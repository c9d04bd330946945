resource "aws_ecs_task_definition" "web" {
  family = "web"
  volume {
    name      = "data"
    host_path = "/data"
  }
  volume {
    name      = "log"
    host_path = "/var/log/web"
  }
  # An agent's own socket.
  volume {
    name      = "datadog"
    host_path = "/var/run/datadog/"
  }
  volume {
    name      = "time"
    host_path = "/etc/localtime"
  }
  volume {
    name = "scratch"
  }
  volume {
    name      = "empty"
    host_path = ""
  }
  volume {
    name = "plugin"
    docker_volume_configuration {
      driver      = "rexray/ebs"
      driver_opts = { o = "bind", device = "/etc" }
    }
  }
  volume {
    name = "nfs"
    docker_volume_configuration {
      driver_opts = { type = "nfs", o = "addr=10.0.0.1", device = ":/etc" }
    }
  }
  container_definitions = jsonencode([
    {
      name  = "web"
      image = "web:1"
      mountPoints = [
        for name in ["data", "log", "datadog", "time", "scratch", "empty", "plugin", "nfs"] : { sourceVolume = name, containerPath = "/${name}" }
      ]
    },
  ])
}

# Nobody mounts it.
resource "aws_ecs_task_definition" "unmounted" {
  family = "unmounted"
  volume {
    name      = "etc"
    host_path = "/etc"
  }
  container_definitions = jsonencode([{ name = "web", image = "web:1" }])
}

# Fargate refuses it.
resource "aws_ecs_task_definition" "fargate" {
  family                   = "fargate"
  requires_compatibilities = ["FARGATE"]
  volume {
    name      = "etc"
    host_path = "/etc"
  }
  container_definitions = jsonencode([{ name = "web", image = "web:1", mountPoints = [{ sourceVolume = "etc", containerPath = "/host/etc" }] }])
}

resource "aws_batch_job_definition" "job" {
  name = "job"
  type = "container"
  container_properties = jsonencode({
    image       = "job:1"
    volumes     = [{ name = "data", host = { sourcePath = "/data" } }, { name = "scratch", host = {} }]
    mountPoints = [{ sourceVolume = "data", containerPath = "/data" }, { sourceVolume = "scratch", containerPath = "/tmp" }]
  })
}
