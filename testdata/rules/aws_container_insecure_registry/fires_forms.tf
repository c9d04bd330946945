variable "registry" {
  type = string
}

variable "tag" {
  type = string
}

resource "aws_ecs_task_definition" "heredoc" {
  family                = "heredoc"
  # expect-below error: container "port" pulls image "${var.registry}:80/web:1.4.2" on port 80, which is without TLS, so that others can read and replace it; pull it from a registry with TLS, such as ECR; at line 17, [1].image
  # expect-below error: container "scheme" pulls image "http://registry.example.com/web:${var.tag}" over http, so that others can read and replace it; pull it from a registry with TLS, such as ECR; at line 16, [0].image
  # expect-below warning: container "address" pulls image "10.0.3.7/web:${var.tag}" from an address that no certificate is issued for; pull it from a registry with TLS, such as ECR, or exempt it; at line 18, [2].image
  container_definitions = <<JSON
[
  { "name": "scheme", "image": "http://registry.example.com/web:${var.tag}" },
  { "name": "port", "image": "${var.registry}:80/web:1.4.2" },
  { "name": "address", "image": "10.0.3.7/web:${var.tag}" }
]
JSON
}

resource "aws_batch_job_definition" "job" {
  name                 = "job"
  type                 = "container"
  container_properties = jsonencode({ image = "localhost:5000/job:1.4.2" }) # expect error: the container of aws_batch_job_definition.job pulls image "localhost:5000/job:1.4.2" from whatever listens on its own host, without TLS; pull it from a registry with TLS, such as ECR
}

resource "aws_batch_job_definition" "pod" {
  name = "pod"
  type = "container"

  eks_properties {
    pod_properties {
      containers {
        image = "${var.registry}:8080/job:1.4.2" # expect warning: the container of aws_batch_job_definition.pod pulls image "${var.registry}:8080/job:1.4.2" on port 8080, on which registries usually are without TLS; pull it from a registry with TLS, such as ECR, or exempt it
      }
    }
  }
}

resource "aws_ecs_daemon_task_definition" "agent" {
  family = "agent"

  container_definition {
    name  = "agent"
    image = "[fd00::7]/agent:1.4.2" # expect warning: container "agent" pulls image "[fd00::7]/agent:1.4.2" from an address that no certificate is issued for; pull it from a registry with TLS, such as ECR, or exempt it
  }
  container_definition {
    name  = "loopback"
    image = "127.0.0.1/agent:1.4.2" # expect error: container "loopback" pulls image "127.0.0.1/agent:1.4.2" from whatever listens on its own host, without TLS; pull it from a registry with TLS, such as ECR
  }
}
