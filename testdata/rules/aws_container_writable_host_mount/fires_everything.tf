resource "aws_ecs_task_definition" "web" {
  family = "web"
  volume {
    name      = "data"
    host_path = "/data"
  }
  container_definitions = jsonencode([
    { name = "web", image = "web:1", mountPoints = [{ sourceVolume = "data", containerPath = "/data" }] }, # expect warning: container "web" can write to /data of its host, which outlives it and other tasks share; set readOnly = true on the mount of volume "data"
  ])
}
