resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    { name = "web", image = "web:1.4.2", portMappings = [{ containerPort = 8080 }, { containerPort = 2222 }, { containerPortRange = "8000-8010" }] },
    # Port 22 of the host, or of udp, says nothing of the container.
    { name = "host", image = "web:1.4.2", portMappings = [{ containerPort = 8080, hostPort = 22 }] },
    { name = "udp", image = "web:1.4.2", portMappings = [{ containerPort = 22, protocol = "udp" }] },
    # The client, and words that are like the server's.
    { name = "client", image = "web:1.4.2", command = ["ssh", "-N", "-L", "5432:db:5432", "bastion"] },
    { name = "keys", image = "web:1.4.2", command = ["sh", "-c", "mkdir -p /run/sshd && ssh-keyscan github.com"] },
    # File transfer is what it is for.
    { name = "sftp", image = "atmoz/sftp:alpine", portMappings = [{ containerPort = 22 }] },
  ])
}

resource "aws_batch_job_definition" "job" {
  name                 = "job"
  type                 = "container"
  container_properties = <<JSON
{ "image": "job:1.4.2", "command": ["train"] }
JSON
}

resource "aws_ecs_daemon_task_definition" "agent" {
  family = "agent"

  container_definition {
    name    = "agent"
    image   = "agent:1.4.2"
    command = ["agent"]
  }
}
