variable "image" {
  type = string
}

resource "aws_ecs_task_definition" "forms" {
  family = "forms"
  container_definitions = jsonencode([
    { name = "range", image = "web:1.4.2", portMappings = [{ containerPortRange = "20-30" }] }, # expect warning: container "range" listens on port 22, a way to log in past IAM and past every log of AWS; remove the SSH server, and look inside with ECS Exec
    { name = "command", image = "web:1.4.2", command = ["/usr/sbin/sshd", "-D"] }, # expect warning: container "command" starts sshd, a way to log in past IAM and past every log of AWS; remove the SSH server, and look inside with ECS Exec
    { name = "script", image = "web:1.4.2", entryPoint = ["sh", "-c"], command = ["service ssh start && exec serve"] }, # expect warning: container "script" starts ssh, a way to log in past IAM and past every log of AWS; remove the SSH server, and look inside with ECS Exec
    { name = "wrapped", image = "web:1.4.2", entryPoint = ["/tini", "--", "/usr/sbin/sshd"] }, # expect warning: container "wrapped" starts sshd, a way to log in past IAM and past every log of AWS; remove the SSH server, and look inside with ECS Exec
    { name = "unknown-image", image = var.image, portMappings = [{ containerPort = "22" }] }, # expect warning: container "unknown-image" listens on port 22, a way to log in past IAM and past every log of AWS; remove the SSH server, and look inside with ECS Exec
  ])
}

resource "aws_ecs_task_definition" "heredoc" {
  family                = "heredoc"
  # expect-below warning: container "web" listens on port 22, a way to log in past IAM and past every log of AWS; remove the SSH server, and look inside with ECS Exec; at line 25, [0].portMappings[0].containerPort
  container_definitions = <<JSON
[
  {
    "name": "web",
    "image": "${var.image}",
    "portMappings": [
      { "containerPort": 22, "protocol": "tcp" }
    ]
  }
]
JSON
}

resource "aws_batch_job_definition" "job" {
  name                 = "job"
  type                 = "container"
  container_properties = jsonencode({ image = "job:1.4.2", command = ["sh", "-c", "dropbear -R && train"] }) # expect warning: the container of aws_batch_job_definition.job starts dropbear, a way to log in past IAM and past every log of AWS; remove the SSH server, and look inside with ECS Exec
}

resource "aws_ecs_daemon_task_definition" "agent" {
  family = "agent"

  container_definition {
    name        = "agent"
    image       = "agent:1.4.2"
    entry_point = ["/usr/sbin/sshd", "-D"] # expect warning: container "agent" starts sshd, a way to log in past IAM and past every log of AWS; remove the SSH server, and look inside with ECS Exec
  }
}
