resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    { name = "absent", image = "web:1" },
    { name = "false", image = "web:1", interactive = false, pseudoTerminal = false },
  ])
}

resource "aws_ecs_daemon_task_definition" "agent" {
  family = "agent"
  container_definition {
    name        = "agent"
    image       = "agent:1"
    interactive = false
  }
}

# A job has no such field, and drops it.
resource "aws_batch_job_definition" "job" {
  name                 = "job"
  type                 = "container"
  container_properties = jsonencode({ image = "job:1", interactive = true })
}
