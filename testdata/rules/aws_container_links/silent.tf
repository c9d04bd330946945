resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    { name = "absent", image = "web:1" },
    { name = "empty", image = "web:1", links = [] },
    { name = "null", image = "web:1", links = null },
  ])
}

# Links need a bridge.
resource "aws_ecs_task_definition" "awsvpc" {
  family                = "awsvpc"
  network_mode          = "awsvpc"
  container_definitions = jsonencode([{ name = "web", image = "web:1", links = ["redis"] }])
}

resource "aws_ecs_daemon_task_definition" "agent" {
  family = "agent"
  container_definition {
    name  = "agent"
    image = "agent:1"
  }
}

# A job has no such field, and drops it.
resource "aws_batch_job_definition" "job" {
  name                 = "job"
  type                 = "container"
  container_properties = jsonencode({ image = "job:1", links = ["redis"] })
}
