resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    { name = "all", image = "web:1", linuxParameters = { capabilities = { drop = ["ALL"] } } },
    { name = "prefix", image = "web:1", linuxParameters = { capabilities = { add = ["CHOWN"], drop = ["CAP_ALL"] } } },
    { name = "privileged", image = "web:1", privileged = true },
  ])
}

resource "aws_ecs_daemon_task_definition" "agent" {
  family = "agent"
  container_definition {
    name  = "agent"
    image = "agent:1"
    linux_parameters {
      capabilities {
        drop = ["ALL"]
      }
    }
  }
}

resource "aws_ecs_task_definition" "windows" {
  family = "windows"
  runtime_platform {
    operating_system_family = "WINDOWS_SERVER_2022_CORE"
  }
  container_definitions = jsonencode([{ name = "web", image = "web:1" }])
}

# A job has no capabilities.
resource "aws_batch_job_definition" "job" {
  name                 = "job"
  type                 = "container"
  container_properties = jsonencode({ image = "job:1" })
}
