resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["EC2"]
  ipc_mode                 = "host" # expect error: task definition "web" shares memory and queues with its host and all tasks that do so; remove the IPC mode, or set it to "task" or "none"
  container_definitions    = jsonencode([{ name = "web", image = "web:1.4.2" }])
}
