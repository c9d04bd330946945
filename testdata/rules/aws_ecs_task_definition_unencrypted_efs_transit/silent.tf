resource "aws_ecs_task_definition" "web" {
  family                = "web"
  container_definitions = jsonencode([{ name = "web", image = "web:1" }])
  volume {
    name = "encrypted"
    efs_volume_configuration {
      file_system_id     = "fs-1"
      transit_encryption = "ENABLED"
      authorization_config {
        iam = "ENABLED"
      }
    }
  }
  volume {
    name      = "host"
    host_path = "/data"
  }
  volume {
    name = "docker"
    docker_volume_configuration {
      scope = "task"
    }
  }
  volume {
    name = "scratch"
  }
}

resource "aws_batch_job_definition" "job" {
  name = "job"
  type = "container"
  container_properties = jsonencode({
    image   = "job:1"
    volumes = [{ name = "data", efsVolumeConfiguration = { fileSystemId = "fs-1", transitEncryption = "ENABLED" } }, { name = "scratch", host = {} }]
  })
}

resource "aws_ecs_daemon_task_definition" "agent" {
  family = "agent"
  volume {
    name      = "data"
    host_path = "/data"
  }
  container_definition {
    name  = "agent"
    image = "agent:1"
  }
}
