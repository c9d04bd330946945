resource "aws_ecs_daemon_task_definition" "agent" {
  family = "agent"
  container_definition {
    name  = "agent"
    image = "agent:1"
    linux_parameters {
      init_process_enabled = false # expect notice: container "agent" has no init process, so that processes that ended pile up on its host; set initProcessEnabled = true
    }
  }
}

resource "aws_batch_job_definition" "json" {
  name                 = "json"
  type                 = "container"
  container_properties = jsonencode({ image = "job:1", linuxParameters = { initProcessEnabled = false } }) # expect notice: the container of aws_batch_job_definition.json has no init process, so that processes that ended pile up on its host; set initProcessEnabled = true
}

resource "aws_batch_job_definition" "heredoc" {
  name           = "heredoc"
  type           = "container"
  # expect-below notice: container "first" has no init process, so that processes that ended pile up on its host; set initProcessEnabled = true; at line 25, taskProperties[0].containers[0]
  ecs_properties = <<EOF
{
  "taskProperties": [
    { "containers": [{ "name": "first", "image": "job:1" }] }
  ]
}
EOF
}

resource "aws_ecs_task_definition" "template" {
  family                = "template"
  container_definitions = templatefile("web.json.tftpl", { image = "web:1" }) # expect notice: container "template" has no init process, so that processes that ended pile up on its host; set initProcessEnabled = true; at line 2 of web.json.tftpl, [0].linuxParameters
}
