resource "aws_ecs_daemon_task_definition" "agent" {
  family = "agent"
  container_definition { # expect warning: container "agent" can write to its root file system, so that an attacker can change the application and add tools; set readonlyRootFilesystem = true, and mount a volume where it has to write
    name  = "agent"
    image = "agent:1"
  }
}

resource "aws_batch_job_definition" "job" {
  name = "job"
  type = "container"
  container_properties = jsonencode({
    image                  = "job:1"
    readonlyRootFilesystem = false # expect warning: the container of aws_batch_job_definition.job can write to its root file system, so that an attacker can change the application and add tools; set readonlyRootFilesystem = true, and mount a volume where it has to write
  })
}

resource "aws_batch_job_definition" "ecs" {
  name           = "ecs"
  type           = "container"
  # expect-below warning: container "first" can write to its root file system, so that an attacker can change the application and add tools; set readonlyRootFilesystem = true, and mount a volume where it has to write; at line 25, taskProperties[0].containers[0]
  ecs_properties = <<EOF
{
  "taskProperties": [
    { "containers": [{ "name": "first", "image": "job:1" }] }
  ]
}
EOF
}

resource "aws_batch_job_definition" "eks" {
  name = "eks"
  type = "container"
  eks_properties {
    pod_properties {
      containers {
        name  = "job"
        image = "job:1"
        security_context {
          read_only_root_file_system = false # expect warning: container "job" can write to its root file system, so that an attacker can change the application and add tools; set readonlyRootFilesystem = true, and mount a volume where it has to write
        }
      }
      init_containers {
        name  = "prepare"
        image = "job:1"
      }
    }
  }
}
