resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["EC2"]
  container_definitions = jsonencode([
    { name = "web", image = "web:1", logConfiguration = { logDriver = "json-file" } }, # expect notice: container "web" keeps its logs in files of its host, which grow without end and go with it; set max-size and max-file, or send them away
    { name = "rotated", image = "web:1", logConfiguration = { logDriver = "json-file", options = { max-size = "10m", max-file = "3" } } },
  ])
}
