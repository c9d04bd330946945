resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    { name = "explicit", image = "web:1", privileged = false },
    { name = "absent", image = "web:1" },
    { name = "null", image = "web:1", privileged = null },
  ])
}
