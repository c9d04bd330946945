resource "aws_ecs_task_definition" "web" {
  family   = "web"
  pid_mode = "task" # expect notice: containers of task definition "web" see each other's processes; remove the PID mode unless one of them monitors the others
  container_definitions = jsonencode([
    { name = "web", image = "web:1" },
    { name = "monitor", image = "monitor:1" },
  ])
}

# One container shares with nobody.
resource "aws_ecs_task_definition" "alone" {
  family                = "alone"
  pid_mode              = "task"
  container_definitions = jsonencode([{ name = "web", image = "web:1" }])
}
