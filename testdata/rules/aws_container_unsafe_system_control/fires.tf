resource "aws_ecs_task_definition" "vpn" {
  family = "vpn"
  container_definitions = jsonencode([
    {
      name  = "vpn"
      image = "vpn:1.4.2"
      systemControls = [
        { namespace = "net.ipv4.ip_forward", value = "1" }, # expect warning: container "vpn" sets net.ipv4.ip_forward = 1 and can send traffic past its security groups; remove it
        { namespace = "kernel.panic", value = "10" }, # expect warning: container "vpn" sets kernel.panic, which has no namespace and is the host's; remove it
        { namespace = "net.core.somaxconn", value = "1024" },
      ]
    },
  ])
}
