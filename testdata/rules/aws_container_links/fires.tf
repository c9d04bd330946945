resource "aws_ecs_task_definition" "web" {
  family       = "web"
  network_mode = "bridge"
  container_definitions = jsonencode([
    { name = "redis", image = "redis:7.4.1" },
    { name = "web", image = "web:1.4.2", links = ["redis"] }, # expect notice: container "web" is linked to other containers over the bridge that all containers of the host share; use network_mode = "awsvpc", and remove links
  ])
}
