resource "aws_ecs_task_definition" "absent" {
  family                = "absent"
  container_definitions = jsonencode([{ name = "web", image = "web:1" }])
}

resource "aws_ecs_task_definition" "task" {
  family   = "task"
  ipc_mode = "task"
  container_definitions = jsonencode([
    { name = "web", image = "web:1" },
    { name = "monitor", image = "monitor:1" },
  ])
}

# The field is the task's: in a container it means nothing.
resource "aws_ecs_task_definition" "misplaced" {
  family                = "misplaced"
  container_definitions = jsonencode([{ name = "web", image = "web:1", ipcMode = "host" }])
}

resource "aws_batch_job_definition" "job" {
  name = "job"
  type = "container"
  ecs_properties = jsonencode({
    taskProperties = [{ ipcMode = "task", containers = [{ name = "first", image = "job:1" }] }]
  })
}

resource "aws_ecs_daemon_task_definition" "agent" {
  family = "agent"
  container_definition {
    name  = "agent"
    image = "agent:1"
  }
}
