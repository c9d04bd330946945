resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["EC2"]
  network_mode             = "bridge"
  container_definitions = jsonencode([
    {
      name         = "web"
      image        = "web:1.4.2"
      portMappings = [{ containerPort = 8080, hostPort = 80 }] # expect notice: container "web" takes port 80 on every interface of its host; remove hostPort, or use network_mode = "awsvpc"
    },
    {
      name         = "proxy"
      image        = "proxy:1.4.2"
      portMappings = [{ containerPort = 8080, hostPort = 2375 }] # expect error: container "proxy" takes port 2375 of its host, which is for the host's own services, and can be taken for them; remove hostPort
    },
  ])
}
