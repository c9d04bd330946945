variable "cluster" {
  type = string
}

resource "aws_batch_job_definition" "heredoc" {
  name                 = "heredoc"
  type                 = "container"
  # expect-below error: volume "docker" of job definition "heredoc" is the socket /run/docker.sock, which is root on the host even where it is mounted read-only; remove it; at line 13, volumes[0].host.sourcePath
  container_properties = <<EOF
{
  "image": "job:1",
  "volumes": [
    { "name": "docker", "host": { "sourcePath": "/run/docker.sock" } }
  ],
  "mountPoints": [{ "sourceVolume": "docker", "containerPath": "/run/docker.sock", "readOnly": true }]
}
EOF
}

resource "aws_batch_job_definition" "template" {
  name                 = "template"
  type                 = "container"
  container_properties = templatefile("job.json.tftpl", { path = "/usr/local/bin" }) # expect error: volume "bin" of job definition "template" lets containers write to /usr/local/bin of their host and take it over; use a volume of the task's own, or mount less of it with readOnly = true; at line 3 of job.json.tftpl, volumes[0].host.sourcePath
}

# What follows is not known, but lies below.
resource "aws_ecs_task_definition" "below" {
  family = "below"
  volume {
    name      = "below"
    host_path = "/root/${var.cluster}" # expect error: volume "below" of task definition "below" lets containers write to /root/… of their host and take it over; use a volume of the task's own, or mount less of it with readOnly = true
  }
  container_definitions = jsonencode([{ name = "web", image = "web:1", mountPoints = [{ sourceVolume = "below", containerPath = "/web" }] }])
}

# A bind mount of Docker's local driver. The containers are not known, but the volume is there for them.
resource "aws_ecs_task_definition" "bind" {
  family                = "bind"
  container_definitions = var.cluster
  volume {
    name = "bind"
    docker_volume_configuration {
      driver = "local"
      driver_opts = {
        type   = "none"
        o      = "bind,rw"
        device = "/var/lib/docker/../docker" # expect error: volume "bind" of task definition "bind" lets containers write to /var/lib/docker/../docker of their host and take it over; use a volume of the task's own, or mount less of it with readOnly = true
      }
    }
  }
}

resource "aws_ecs_task_definition" "dynamic" {
  family                = "dynamic"
  container_definitions = jsonencode([{ name = "web", image = "web:1", mountPoints = [{ sourceVolume = "a", containerPath = "/boot" }] }])
  dynamic "volume" {
    for_each = { a = "/boot" } # expect error: volume "a" of task definition "dynamic" lets containers write to /boot of their host and take it over; use a volume of the task's own, or mount less of it with readOnly = true
    content {
      name      = volume.key
      host_path = volume.value
    }
  }
}
