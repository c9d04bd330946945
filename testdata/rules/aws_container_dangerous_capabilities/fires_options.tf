resource "aws_ecs_task_definition" "vpn" {
  family = "vpn"
  container_definitions = jsonencode([
    { name = "vpn", image = "vpn:1", linuxParameters = { capabilities = { add = ["NET_ADMIN"] } } },
    { name = "debug", image = "vpn:1", linuxParameters = { capabilities = { add = ["SYS_PTRACE"] } } }, # expect error: container "debug" gets the capability SYS_PTRACE, a power of root that reaches beyond the container; remove it, or add one that can do less
  ])
}
