variable "cluster" {
  type = string
}

resource "aws_launch_template" "hosts" {
  name = "hosts"
  # expect-below error: user data of aws_launch_template.hosts turns Docker's seccomp profile off for all containers of the host; remove seccomp-profile from its daemon's configuration
  user_data = base64encode(<<EOF
#!/bin/bash
echo '{"seccomp-profile": "unconfined"}' > /etc/docker/daemon.json
echo ECS_CLUSTER=${var.cluster} > /etc/ecs/ecs.config
EOF
  )
}

resource "aws_launch_configuration" "hosts" {
  name          = "hosts"
  image_id      = "ami-1"
  instance_type = "t3.small"
  # expect-below error: user data of aws_launch_configuration.hosts turns Docker's seccomp profile off for all containers of the host; remove seccomp-profile from its daemon's configuration
  user_data     = <<EOF
#!/bin/bash
echo ECS_CLUSTER=${var.cluster} > /etc/ecs/ecs.config
echo OPTIONS="--seccomp-profile=unconfined" >> /etc/sysconfig/docker
EOF
}

resource "aws_instance" "host" {
  ami              = "ami-1"
  instance_type    = "t3.small"
  user_data_base64 = "ZG9ja2VyZCAtLXNlY2NvbXAtcHJvZmlsZSB1bmNvbmZpbmVk" # expect error: user data of aws_instance.host turns Docker's seccomp profile off for all containers of the host; remove seccomp-profile from its daemon's configuration
}
