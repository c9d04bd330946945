resource "aws_ecs_task_definition" "backup" {
  family                   = "backup"
  requires_compatibilities = ["EC2"]
  container_definitions = jsonencode([
    {
      name  = "backup"
      image = "backup:1.4.2"
      linuxParameters = {
        devices = [{
          hostPath      = "/dev/xvda" # expect error: container "backup" can use the host's device /dev/xvda and get at all of its data; remove the device
          containerPath = "/dev/xvda"
          permissions   = ["read"]
        }]
      }
    },
  ])
}
