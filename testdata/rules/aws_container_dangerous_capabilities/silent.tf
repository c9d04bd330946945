resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    { name = "none", image = "web:1" },
    { name = "default", image = "web:1", linuxParameters = { capabilities = { add = ["NET_BIND_SERVICE", "CHOWN"], drop = ["ALL"] } } },
    { name = "null", image = "web:1", linuxParameters = null },
    { name = "empty", image = "web:1", linuxParameters = { capabilities = { add = [] } } },
  ])
}

resource "aws_ecs_daemon_task_definition" "agent" {
  family = "agent"
  container_definition {
    name  = "agent"
    image = "agent:1"
    linux_parameters {
      capabilities {
        drop = ["ALL", "SYS_ADMIN"]
      }
    }
  }
}

# A job has no capabilities.
resource "aws_batch_job_definition" "job" {
  name                 = "job"
  type                 = "container"
  container_properties = jsonencode({ image = "job:1", linuxParameters = { initProcessEnabled = true } })
}
