variable "role" {
  type = string
}

resource "aws_iam_role" "jobs" {
  for_each           = toset(["a", "b"])
  assume_role_policy = "{}"
}

resource "aws_ecs_daemon_task_definition" "agent" {
  family             = "agent"
  execution_role_arn = "arn:aws:iam::111122223333:role/ecs"
  task_role_arn      = "arn:aws:iam::111122223333:role/ecs" # expect warning: task definition "agent" gives its containers the execution role, with its secrets, logs and images; make a role for the application, with what it calls itself
  container_definition {
    name  = "agent"
    image = "agent:1"
  }
}

# One variable is one role, whichever it is.
resource "aws_ecs_task_definition" "variable" {
  family                = "variable"
  execution_role_arn    = var.role
  task_role_arn         = var.role # expect warning: task definition "variable" gives its containers the execution role, with its secrets, logs and images; make a role for the application, with what it calls itself
  container_definitions = file("missing.json")
}

resource "aws_batch_job_definition" "json" {
  name = "json"
  type = "container"
  container_properties = jsonencode({
    image            = "job:1"
    executionRoleArn = aws_iam_role.jobs["a"].arn
    jobRoleArn       = aws_iam_role.jobs["a"].arn # expect warning: job definition "json" gives its containers the execution role, with its secrets, logs and images; make a role for the application, with what it calls itself
  })
}

resource "aws_batch_job_definition" "heredoc" {
  name                 = "heredoc"
  type                 = "container"
  # expect-below warning: job definition "heredoc" gives its containers the execution role, with its secrets, logs and images; make a role for the application, with what it calls itself; at line 46, jobRoleArn
  container_properties = <<EOF
{
  "image": "job:1",
  "executionRoleArn": "${var.role}",
  "jobRoleArn": "${var.role}"
}
EOF
}

resource "aws_batch_job_definition" "template" {
  name           = "template"
  type           = "container"
  ecs_properties = templatefile("job.json.tftpl", { role = "arn:aws:iam::111122223333:role/jobs" }) # expect warning: job definition "template" gives its containers the execution role, with its secrets, logs and images; make a role for the application, with what it calls itself; at line 4 of job.json.tftpl, taskProperties[0].taskRoleArn
}
