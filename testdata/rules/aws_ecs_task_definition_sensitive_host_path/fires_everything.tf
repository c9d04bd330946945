resource "aws_ecs_task_definition" "web" {
  family = "web"
  volume {
    name      = "data"
    host_path = "/data" # expect warning: volume "data" of task definition "web" is /data of the host, which outlives the task and other tasks share; use a volume of the task's own, or EFS
  }
  container_definitions = jsonencode([
    { name = "web", image = "web:1", mountPoints = [{ sourceVolume = "data", containerPath = "/data", readOnly = true }] },
  ])
}
