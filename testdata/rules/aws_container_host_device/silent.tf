resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    { name = "none", image = "web:1" },
    { name = "empty", image = "web:1", linuxParameters = { devices = [] } },
    { name = "nulls", image = "web:1", linuxParameters = { devices = [null, {}] } },
  ])
}

resource "aws_ecs_daemon_task_definition" "agent" {
  family = "agent"
  container_definition {
    name  = "agent"
    image = "agent:1"
    linux_parameters {
      init_process_enabled = true
    }
  }
}

resource "aws_batch_job_definition" "job" {
  name                 = "job"
  type                 = "container"
  container_properties = jsonencode({ image = "job:1", linuxParameters = { initProcessEnabled = true } })
}
