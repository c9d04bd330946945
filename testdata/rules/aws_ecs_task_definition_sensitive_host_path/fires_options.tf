resource "aws_ecs_task_definition" "web" {
  family = "web"
  volume {
    name      = "secrets"
    host_path = "/data/secrets/web" # expect error: volume "secrets" of task definition "web" lets containers write to /data/secrets/web of their host and take it over; use a volume of the task's own, or mount less of it with readOnly = true
  }
  volume {
    name      = "proc"
    host_path = "/proc"
  }
  container_definitions = jsonencode([
    {
      name  = "web"
      image = "web:1"
      mountPoints = [
        { sourceVolume = "secrets", containerPath = "/secrets" },
        { sourceVolume = "proc", containerPath = "/host/proc" },
      ]
    },
  ])
}
