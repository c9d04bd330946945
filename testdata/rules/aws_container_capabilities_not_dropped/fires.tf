resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    { # expect notice: container "web" keeps the capabilities that containers have by default, such as NET_RAW and MKNOD; drop ["ALL"], and add what it needs
      name  = "web"
      image = "web:1.4.2"
    },
    {
      name            = "worker"
      image           = "worker:1.4.2"
      linuxParameters = { capabilities = { drop = ["NET_RAW"] } } # expect notice: container "worker" keeps the capabilities that containers have by default, such as NET_RAW and MKNOD; drop ["ALL"], and add what it needs
    },
  ])
}
