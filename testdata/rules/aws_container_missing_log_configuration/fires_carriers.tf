resource "aws_ecs_daemon_task_definition" "agent" {
  family = "agent"
  container_definition { # expect warning: container "absent" has no log configuration, so that nobody sees what happens in it; add one, for example with awslogs
    name  = "absent"
    image = "agent:1"
  }
  container_definition {
    name  = "none"
    image = "agent:1"
    log_configuration {
      log_driver = "none" # expect warning: container "none" throws its logs away (logDriver = "none"); send them somewhere, for example with awslogs
    }
  }
}

resource "aws_batch_job_definition" "job" {
  name = "job"
  type = "container"
  container_properties = jsonencode({
    image            = "job:1"
    logConfiguration = { logDriver = "none" } # expect warning: the container of aws_batch_job_definition.job throws its logs away (logDriver = "none"); send them somewhere, for example with awslogs
  })
}
