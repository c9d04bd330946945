variable "image" {
  type = string
}

resource "aws_batch_job_definition" "json" {
  name = "json"
  type = "container"
  ecs_properties = jsonencode({
    taskProperties = [{
      ipcMode    = "host" # expect error: job definition "json" shares memory and queues with its host and all tasks that do so; remove the IPC mode, or set it to "task" or "none"
      containers = [{ name = "first", image = var.image }]
    }]
  })
}

resource "aws_batch_job_definition" "heredoc" {
  name           = "heredoc"
  type           = "container"
  # expect-below error: job definition "heredoc" shares memory and queues with its host and all tasks that do so; remove the IPC mode, or set it to "task" or "none"; at line 24, taskProperties[0].ipcMode
  ecs_properties = <<EOF
{
  "taskProperties": [{
    "containers": [{ "name": "first", "image": "${var.image}" }],
    "ipcMode": "host"
  }]
}
EOF
}

resource "aws_batch_job_definition" "template" {
  name           = "template"
  type           = "container"
  ecs_properties = templatefile("job.json.tftpl", { mode = "host" }) # expect error: job definition "template" shares memory and queues with its host and all tasks that do so; remove the IPC mode, or set it to "task" or "none"; at line 3 of job.json.tftpl, taskProperties[0].ipcMode
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
        taskProperties = [{ ipcMode = "host", containers = [{ name = "first", image = "job:1" }] }] # expect error: job definition "nodes" shares memory and queues with its host and all tasks that do so; remove the IPC mode, or set it to "task" or "none"
      }
    }]
  })
}

locals {
  modes = { ipc = "host" } # expect error: task definition "local" shares memory and queues with its host and all tasks that do so; remove the IPC mode, or set it to "task" or "none"
}

resource "aws_ecs_task_definition" "local" {
  family                = "local"
  ipc_mode              = lookup(local.modes, "ipc", null)
  container_definitions = file("missing.json")
}
