resource "aws_ecs_task_definition" "web" {
  family                = "web"
  container_definitions = jsonencode([{ name = "web", image = "web:1", linuxParameters = { initProcessEnabled = true } }])
}

# The first process is another container's.
resource "aws_ecs_task_definition" "shared" {
  family                = "shared"
  pid_mode              = "task"
  container_definitions = jsonencode([{ name = "web", image = "web:1" }])
}

resource "aws_ecs_task_definition" "windows" {
  family = "windows"
  runtime_platform {
    operating_system_family = "WINDOWS_SERVER_2022_CORE"
  }
  container_definitions = jsonencode([{ name = "web", image = "web:1" }])
}

resource "aws_batch_job_definition" "job" {
  name                 = "job"
  type                 = "container"
  container_properties = jsonencode({ image = "job:1", linuxParameters = { initProcessEnabled = true } })
}

# Kubernetes has no such field.
resource "aws_batch_job_definition" "eks" {
  name = "eks"
  type = "container"
  eks_properties {
    pod_properties {
      containers {
        image = "job:1"
      }
    }
  }
}
