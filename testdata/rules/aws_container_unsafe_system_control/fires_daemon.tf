resource "aws_ecs_daemon_task_definition" "agent" {
  family = "agent"
  container_definition {
    name  = "agent"
    image = "agent:1"
    system_control {
      namespace = "net.ipv4.conf.all.route_localnet" # expect warning: container "agent" sets net.ipv4.conf.all.route_localnet = 1 and can send traffic past its security groups; remove it
      value     = "1"
    }
    system_control {
      namespace = "vm.max_map_count" # expect warning: container "agent" sets vm.max_map_count, which has no namespace and is the host's; remove it
      value     = "262144"
    }
  }
}
