resource "aws_ecs_task_definition" "web" {
  family   = "web"
  ipc_mode = "task" # expect notice: containers of task definition "web" share memory and queues; remove the IPC mode, or set it to "none", unless they need them
  container_definitions = jsonencode([
    { name = "web", image = "web:1" },
    { name = "monitor", image = "monitor:1" },
  ])
}

# One container shares with nobody.
resource "aws_ecs_task_definition" "alone" {
  family                = "alone"
  ipc_mode              = "task"
  container_definitions = jsonencode([{ name = "web", image = "web:1" }])
}
