resource "aws_ecs_daemon_task_definition" "agent" {
  family = "agent"

  container_definition {
    name       = "agent"
    image      = "public.ecr.aws/example/agent:1.4.2"
    privileged = true # expect error: container "agent" runs privileged and can take over its host; remove privileged, or add single capabilities
  }
}

resource "aws_batch_job_definition" "single" {
  name = "single"
  type = "container"
  container_properties = jsonencode({
    image      = "public.ecr.aws/example/job:1.4.2"
    privileged = true # expect error: the container of aws_batch_job_definition.single runs privileged and can take over its host; remove privileged, or add single capabilities
  })
}

resource "aws_batch_job_definition" "nodes" {
  name = "nodes"
  type = "multinode"
  node_properties = jsonencode({
    mainNode = 0
    nodeRangeProperties = [{
      targetNodes = "0:"
      container   = { image = "public.ecr.aws/example/job:1.4.2", privileged = true } # expect error: the container of aws_batch_job_definition.nodes runs privileged and can take over its host; remove privileged, or add single capabilities
    }]
  })
}

resource "aws_batch_job_definition" "tasks" {
  name = "tasks"
  type = "container"
  ecs_properties = jsonencode({
    taskProperties = [{
      containers = [{ name = "main", image = "public.ecr.aws/example/job:1.4.2", privileged = true }] # expect error: container "main" runs privileged and can take over its host; remove privileged, or add single capabilities
    }]
  })
}

resource "aws_batch_job_definition" "pod" {
  name = "pod"
  type = "container"

  eks_properties {
    pod_properties {
      containers {
        image = "public.ecr.aws/example/job:1.4.2"

        security_context {
          privileged = true # expect error: the container of aws_batch_job_definition.pod runs privileged and can take over its host; remove privileged, or add single capabilities
        }
      }
      init_containers {
        name  = "prepare"
        image = "public.ecr.aws/example/job:1.4.2"

        security_context {
          privileged = true # expect error: container "prepare" runs privileged and can take over its host; remove privileged, or add single capabilities
        }
      }
    }
  }
}

resource "aws_batch_job_definition" "heredoc" {
  name                 = "heredoc"
  type                 = "container"
  # expect-below error: the container of aws_batch_job_definition.heredoc runs privileged and can take over its host; remove privileged, or add single capabilities; at line 75, privileged
  container_properties = <<JSON
{
  "image": "public.ecr.aws/example/job:1.4.2",
  "command": ["run", "${var.what}"],
  "privileged": true
}
JSON
}

variable "what" {
  type = string
}
