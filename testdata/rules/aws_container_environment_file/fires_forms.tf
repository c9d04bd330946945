variable "bucket" {
  type = string
}

resource "aws_ecs_task_definition" "heredoc" {
  family                = "heredoc"
  container_definitions = <<JSON
[
  {
    "name": "web",
    "image": "web:1.4.2",
    "environmentFiles": [{ "value": "${var.bucket}/web.env", "type": "s3" }]
  }
]
JSON
}

resource "aws_ecs_daemon_task_definition" "agent" {
  family = "agent"

  container_definition {
    name  = "agent"
    image = "agent:1.4.2"

    environment_file {
      type  = "s3"
      value = "arn:aws:s3:::settings/agent.env"
    }
  }
}
