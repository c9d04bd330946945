resource "aws_ecs_task_definition" "web" {
  family = "web"
  volume {
    name      = "config"
    host_path = "/data/config"
  }
  volume {
    name = "scratch"
  }
  volume {
    name      = "empty"
    host_path = ""
  }
  volume {
    name = "files"
    efs_volume_configuration {
      file_system_id     = "fs-1"
      transit_encryption = "ENABLED"
    }
  }
  volume {
    name = "docker"
    docker_volume_configuration {
      scope = "task"
    }
  }
  # Read-only makes no difference for a socket.
  volume {
    name      = "socket"
    host_path = "/var/run/docker.sock"
  }
  container_definitions = jsonencode([
    {
      name  = "web"
      image = "web:1"
      mountPoints = [
        { sourceVolume = "config", containerPath = "/config", readOnly = true },
        { sourceVolume = "scratch", containerPath = "/tmp" },
        { sourceVolume = "empty", containerPath = "/empty" },
        { sourceVolume = "files", containerPath = "/files" },
        { sourceVolume = "docker", containerPath = "/docker" },
        { sourceVolume = "socket", containerPath = "/var/run/docker.sock" },
      ]
    },
  ])
}

resource "aws_batch_job_definition" "job" {
  name = "job"
  type = "container"
  container_properties = jsonencode({
    image       = "job:1"
    volumes     = [{ name = "data", host = { sourcePath = "/data" } }, { name = "scratch", host = {} }]
    mountPoints = [{ sourceVolume = "data", containerPath = "/data", readOnly = true }, { sourceVolume = "scratch", containerPath = "/tmp" }]
  })
}

resource "aws_ecs_daemon_task_definition" "agent" {
  family = "agent"
  volume {
    name      = "log"
    host_path = "/var/log"
  }
  container_definition {
    name  = "agent"
    image = "agent:1"
    mount_point {
      source_volume  = "log"
      container_path = "/log"
      read_only      = true
    }
  }
}
