resource "aws_ecs_daemon_task_definition" "agent" { # expect notice: task definition "agent" has no role of its own, so that its containers use the role of their host where they can; set a task role with what the application calls
  family = "agent"
  container_definition {
    name  = "agent"
    image = "agent:1"
  }
}

resource "aws_batch_job_definition" "json" {
  name                  = "json"
  type                  = "container"
  platform_capabilities = ["EC2"]
  container_properties  = jsonencode({ image = "job:1" }) # expect notice: job definition "json" has no role of its own, so that its containers use the role of their host where they can; set a task role with what the application calls
}

# EC2 is the default.
resource "aws_batch_job_definition" "heredoc" {
  name           = "heredoc"
  type           = "container"
  # expect-below notice: job definition "heredoc" has no role of its own, so that its containers use the role of their host where they can; set a task role with what the application calls; at line 24, taskProperties[0]
  ecs_properties = <<EOF
{
  "taskProperties": [
    { "containers": [{ "name": "first", "image": "job:1" }] }
  ]
}
EOF
}

resource "aws_batch_job_definition" "template" {
  name                 = "template"
  type                 = "container"
  container_properties = templatefile("job.json.tftpl", { image = "job:1" }) # expect notice: job definition "template" has no role of its own, so that its containers use the role of their host where they can; set a task role with what the application calls; at line 3 of job.json.tftpl, jobRoleArn
}
