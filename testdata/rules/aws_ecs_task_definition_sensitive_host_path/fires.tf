resource "aws_ecs_task_definition" "ci" {
  family                   = "ci"
  requires_compatibilities = ["EC2"]

  volume {
    name      = "docker"
    host_path = "/var/run/docker.sock" # expect error: volume "docker" of task definition "ci" is the socket /var/run/docker.sock, which is root on the host even where it is mounted read-only; remove it
  }

  container_definitions = jsonencode([
    {
      name        = "ci"
      image       = "ci:1.4.2"
      mountPoints = [{ sourceVolume = "docker", containerPath = "/var/run/docker.sock" }]
    },
  ])
}
