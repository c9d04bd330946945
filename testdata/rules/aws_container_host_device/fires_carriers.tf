resource "aws_ecs_daemon_task_definition" "agent" {
  family = "agent"
  container_definition {
    name  = "agent"
    image = "agent:1"
    linux_parameters {
      device {
        host_path = "/dev/mem" # expect error: container "agent" can read, write and make nodes of the host's device /dev/mem and get at all of its data; remove the device
      }
    }
  }
}

resource "aws_batch_job_definition" "job" {
  name = "job"
  type = "container"
  container_properties = jsonencode({
    image = "job:1"
    linuxParameters = {
      devices = [{ hostPath = "/dev/nvidia0" }] # expect notice: the container of aws_batch_job_definition.job can read, write and make nodes of the host's device /dev/nvidia0; see that it needs it, and name the permissions
    }
  })
}

resource "aws_batch_job_definition" "ecs" {
  name = "ecs"
  type = "container"
  ecs_properties = jsonencode({
    taskProperties = [{
      containers = [{
        name  = "scan"
        image = "job:1"
        linuxParameters = {
          devices = [
            { hostPath = "/dev/ttyUSB0", permissions = ["READ", "WRITE"] }, # expect warning: container "scan" can use the host's device /dev/ttyUSB0; remove it, or name the fewest permissions that it needs
            { hostPath = "/dev//nvme0n1" }, # expect error: container "scan" can read, write and make nodes of the host's device /dev//nvme0n1 and get at all of its data; remove the device
          ]
        }
      }]
    }]
  })
}
