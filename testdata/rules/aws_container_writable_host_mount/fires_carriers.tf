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
      read_only      = false # expect notice: container "agent" can write to /var/log of its host, which outlives it and other tasks share; set readOnly = true on the mount of volume "log"
    }
  }
}

resource "aws_batch_job_definition" "job" {
  name = "job"
  type = "container"
  container_properties = jsonencode({
    image       = "job:1"
    volumes     = [{ name = "data", host = { sourcePath = "/data" } }]
    mountPoints = [{ sourceVolume = "data", containerPath = "/data", readOnly = false }] # expect notice: the container of aws_batch_job_definition.job can write to /data of its host, which outlives it and other tasks share; set readOnly = true on the mount of volume "data"
  })
}

resource "aws_batch_job_definition" "ecs" {
  name           = "ecs"
  type           = "container"
  # expect-below notice: container "first" can write to /data of its host, which outlives it and other tasks share; set readOnly = true on the mount of volume "data"; at line 39, taskProperties[0].containers[0].mountPoints[0]
  ecs_properties = <<EOF
{
  "taskProperties": [{
    "volumes": [{ "name": "data", "host": { "sourcePath": "/data" } }],
    "containers": [{
      "name": "first",
      "image": "job:1",
      "mountPoints": [{ "sourceVolume": "data", "containerPath": "/data" }]
    }]
  }]
}
EOF
}

resource "aws_batch_job_definition" "eks" {
  name = "eks"
  type = "container"
  eks_properties {
    pod_properties {
      volumes {
        name = "data"
        host_path {
          path = "/data"
        }
      }
      containers {
        name  = "job"
        image = "job:1"
        volume_mounts {
          name       = "data"
          mount_path = "/data"
          read_only  = false # expect notice: container "job" can write to /data of its host, which outlives it and other tasks share; set readOnly = true on the mount of volume "data"
        }
      }
    }
  }
}
