resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["EC2"]

  volume {
    name      = "uploads"
    host_path = "/data/uploads"
  }

  container_definitions = jsonencode([
    {
      name  = "web"
      image = "web:1.4.2"
      mountPoints = [
        { sourceVolume = "uploads", containerPath = "/uploads" }, # expect notice: container "web" can write to /data/uploads of its host, which outlives it and other tasks share; set readOnly = true on the mount of volume "uploads"
      ]
    },
  ])
}
