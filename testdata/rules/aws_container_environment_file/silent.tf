resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    { name = "absent", image = "web:1.4.2", environment = [{ name = "LOG_LEVEL", value = "info" }] },
    { name = "empty", image = "web:1.4.2", environmentFiles = [] },
    { name = "null", image = "web:1.4.2", environmentFiles = null },
  ])
}

# Batch has no such field.
resource "aws_batch_job_definition" "job" {
  name                 = "job"
  type                 = "container"
  container_properties = jsonencode({ image = "job:1.4.2" })
}

resource "aws_ecs_daemon_task_definition" "agent" {
  family = "agent"

  container_definition {
    name  = "agent"
    image = "agent:1.4.2"
  }
}
