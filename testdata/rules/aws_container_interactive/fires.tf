resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    {
      name           = "web"
      image          = "web:1.4.2"
      interactive    = true # expect notice: container "web" keeps its standard input open, which a service doesn't need; remove interactive
      pseudoTerminal = true # expect notice: container "web" has a terminal, which a service doesn't need; remove pseudoTerminal
    },
  ])
}
