variable "bucket" {
  type = string
}

resource "aws_ecs_task_definition" "heredoc" {
  family                = "heredoc"
  # expect-below notice: container "web" reads its environment from a file in S3, which holds it in clear and unseen here; write plain variables into environment, and refer to secrets in secrets; at line 13, [0].environmentFiles[0].value
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
      value = "arn:aws:s3:::settings/agent.env" # expect notice: container "agent" reads its environment from a file in S3, which holds it in clear and unseen here; write plain variables into environment, and refer to secrets in secrets
    }
  }
}
