resource "aws_ecs_task_definition" "heredoc" {
  family                = "heredoc"
  # expect-below notice: container "heredoc" can use the host's device /dev/fuse; see that it needs it, and name the permissions; at line 12, [0].linuxParameters.devices[0].hostPath
  # expect-below warning: container "heredoc" can use the host's device /dev/kmsg; remove it, or name the fewest permissions that it needs; at line 13, [0].linuxParameters.devices[1].hostPath
  container_definitions = <<EOF
[
  {
    "name": "heredoc",
    "image": "web:1",
    "linuxParameters": {
      "devices": [
        { "hostPath": "/dev/fuse", "permissions": ["read"] },
        { "hostPath": "/dev/kmsg", "permissions": ["read"] }
      ]
    }
  }
]
EOF
}

resource "aws_ecs_task_definition" "template" {
  family                = "template"
  container_definitions = templatefile("web.json.tftpl", { device = "/dev/sdb" }) # expect error: container "template" can read, write and make nodes of the host's device /dev/sdb and get at all of its data; remove the device; at line 5 of web.json.tftpl, [0].linuxParameters.devices[0].hostPath
}
