variable "image" {
  type = string
}

resource "aws_batch_job_definition" "json" {
  name = "json"
  type = "container"
  ecs_properties = jsonencode({
    taskProperties = [{
      pidMode    = "host" # expect error: job definition "json" sees and reaches the processes of its host; remove the PID mode, or set it to "task"
      containers = [{ name = "first", image = var.image }]
    }]
  })
}

resource "aws_batch_job_definition" "heredoc" {
  name           = "heredoc"
  type           = "container"
  # expect-below error: job definition "heredoc" sees and reaches the processes of its host; remove the PID mode, or set it to "task"; at line 24, taskProperties[0].pidMode
  ecs_properties = <<EOF
{
  "taskProperties": [{
    "containers": [{ "name": "first", "image": "${var.image}" }],
    "pidMode": "host"
  }]
}
EOF
}

resource "aws_batch_job_definition" "template" {
  name           = "template"
  type           = "container"
  ecs_properties = templatefile("job.json.tftpl", { mode = "host" }) # expect error: job definition "template" sees and reaches the processes of its host; remove the PID mode, or set it to "task"; at line 3 of job.json.tftpl, taskProperties[0].pidMode
}

resource "aws_batch_job_definition" "nodes" {
  name = "nodes"
  type = "multinode"
  node_properties = jsonencode({
    mainNode = 0
    numNodes = 2
    nodeRangeProperties = [{
      targetNodes = "0:"
      ecsProperties = {
        taskProperties = [{ pidMode = "host", containers = [{ name = "first", image = "job:1" }] }] # expect error: job definition "nodes" sees and reaches the processes of its host; remove the PID mode, or set it to "task"
      }
    }]
  })
}

locals {
  modes = { pid = "host" } # expect error: task definition "local" sees and reaches the processes of its host; remove the PID mode, or set it to "task"
}

resource "aws_ecs_task_definition" "local" {
  family                = "local"
  pid_mode              = lookup(local.modes, "pid", null)
  container_definitions = file("missing.json")
}
