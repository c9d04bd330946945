resource "aws_ecs_daemon_task_definition" "agent" {
  family = "agent"
  volume {
    name      = "proc"
    host_path = "/proc" # expect warning: volume "proc" of task definition "agent" shows containers /proc of their host; mount less of it
  }
  volume {
    name      = "etc"
    host_path = "/etc/" # expect error: volume "etc" of task definition "agent" lets containers write to /etc/ of their host and take it over; use a volume of the task's own, or mount less of it with readOnly = true
  }
  container_definition {
    name  = "agent"
    image = "agent:1"
    mount_point {
      source_volume  = "proc"
      container_path = "/host/proc"
      read_only      = true
    }
    mount_point {
      source_volume  = "etc"
      container_path = "/host/etc"
    }
  }
}

resource "aws_batch_job_definition" "job" {
  name = "job"
  type = "container"
  container_properties = jsonencode({
    image = "job:1"
    volumes = [{
      name = "root"
      host = { sourcePath = "/" } # expect error: volume "root" of job definition "job" lets containers write to / of their host and take it over; use a volume of the task's own, or mount less of it with readOnly = true
    }]
    mountPoints = [{ sourceVolume = "root", containerPath = "/host" }]
  })
}

resource "aws_batch_job_definition" "eks" {
  name = "eks"
  type = "container"
  eks_properties {
    pod_properties {
      volumes {
        name = "kubelet"
        host_path {
          path = "/var/lib/kubelet/pods" # expect error: volume "kubelet" of job definition "eks" lets containers write to /var/lib/kubelet/pods of their host and take it over; use a volume of the task's own, or mount less of it with readOnly = true
        }
      }
      containers {
        name  = "job"
        image = "job:1"
        volume_mounts {
          name       = "kubelet"
          mount_path = "/pods"
        }
      }
    }
  }
}
