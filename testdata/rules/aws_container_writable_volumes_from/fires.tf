resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    { name = "web", image = "web:1.4.2" },
    { name = "backup", image = "backup:1.4.2", volumesFrom = [{ sourceContainer = "web" }] }, # expect notice: container "backup" can write to all volumes of container "web"; set readOnly = true, or mount the one that it needs
  ])
}
