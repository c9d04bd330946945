variable "logs" {
  type = any
}

variable "driver" {
  type = string
}

resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    { name = "variable", image = "web:1", logConfiguration = var.logs },
    { name = "driver", image = "web:1", logConfiguration = { logDriver = var.driver } },
    merge({ name = "merged", image = "web:1" }, var.logs),
    { name = "either", image = "web:1", logConfiguration = var.driver == "x" ? null : { logDriver = "awslogs" } },
  ])
}

resource "aws_ecs_task_definition" "heredoc" {
  family                = "heredoc"
  container_definitions = <<EOF
[{ "name": "web", "image": "web:1", "logConfiguration": ${jsonencode(var.logs)} }]
EOF
}

resource "aws_ecs_daemon_task_definition" "agent" {
  family = "agent"
  container_definition {
    name  = "agent"
    image = "agent:1"
    dynamic "log_configuration" {
      for_each = var.logs
      content {
        log_driver = "awslogs"
      }
    }
  }
}

resource "aws_batch_job_definition" "job" {
  name                 = "job"
  type                 = "container"
  container_properties = jsonencode({ image = "job:1", logConfiguration = { logDriver = var.driver } })
}
