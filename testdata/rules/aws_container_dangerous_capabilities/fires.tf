resource "aws_ecs_task_definition" "vpn" {
  family                   = "vpn"
  requires_compatibilities = ["EC2"]
  container_definitions = jsonencode([
    {
      name  = "vpn"
      image = "vpn:1.4.2"
      linuxParameters = {
        capabilities = {
          add = [
            "NET_ADMIN", # expect error: container "vpn" gets the capability NET_ADMIN, a power of root that reaches beyond the container; remove it, or add one that can do less
            "IPC_LOCK", # expect warning: container "vpn" gets the capability IPC_LOCK, which containers don't have by default; remove it unless the application needs it
          ]
        }
      }
    },
  ])
}
