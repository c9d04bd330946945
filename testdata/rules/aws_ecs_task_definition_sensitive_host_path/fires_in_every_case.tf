variable "writable" {
  type = bool
}

# Whether a container may write is not known, but it reads.
resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([{
    name        = "web"
    image       = "registry.example.com/web:1"
    mountPoints = [{ sourceVolume = "etc", containerPath = "/host", readOnly = !var.writable }]
  }])

  volume {
    name      = "etc"
    host_path = "/etc" # expect warning: volume "etc" of task definition "web" shows containers /etc of their host; mount less of it
  }
}
