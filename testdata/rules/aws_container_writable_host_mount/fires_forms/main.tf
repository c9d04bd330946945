resource "aws_ecs_task_definition" "heredoc" {
  family                = "heredoc"
  # expect-below notice: container "heredoc" can write to /data of its host, which outlives it and other tasks share; set readOnly = true on the mount of volume "data"; at line 10, [0].mountPoints[0].readOnly
  container_definitions = <<EOF
[
  {
    "name": "heredoc",
    "image": "web:1",
    "mountPoints": [
      { "sourceVolume": "data", "containerPath": "/data", "readOnly": false }
    ]
  }
]
EOF
  volume {
    name      = "data"
    host_path = "/data"
  }
}

resource "aws_ecs_task_definition" "template" {
  family                = "template"
  container_definitions = templatefile("web.json.tftpl", { volume = "data" }) # expect notice: container "template" can write to /data of its host, which outlives it and other tasks share; set readOnly = true on the mount of volume "data"; at line 2 of web.json.tftpl, [0].mountPoints[0]
  # A directory of the host by another name.
  volume {
    name = "data"
    docker_volume_configuration {
      driver_opts = {
        type   = "none"
        o      = "bind"
        device = "/data"
      }
    }
  }
}
