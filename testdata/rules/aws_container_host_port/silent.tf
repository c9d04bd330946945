resource "aws_ecs_task_definition" "dynamic" {
  family = "dynamic"
  container_definitions = jsonencode([
    { name = "zero", image = "web:1", portMappings = [{ containerPort = 80, hostPort = 0 }] },
    { name = "absent", image = "web:1", portMappings = [{ containerPort = 80 }] },
    { name = "empty", image = "web:1", portMappings = [null, {}] },
  ])
}

# The host's port is the container's, on a network interface of the task's own.
resource "aws_ecs_task_definition" "awsvpc" {
  family                = "awsvpc"
  network_mode          = "awsvpc"
  container_definitions = jsonencode([{ name = "web", image = "web:1", portMappings = [{ containerPort = 22, hostPort = 22 }] }])
}

resource "aws_ecs_task_definition" "fargate" {
  family                   = "fargate"
  requires_compatibilities = ["FARGATE"]
  container_definitions    = jsonencode([{ name = "web", image = "web:1", portMappings = [{ containerPort = 80, hostPort = 80 }] }])
}

# That it uses the host's network is another finding.
resource "aws_ecs_task_definition" "host" {
  family                = "host"
  network_mode          = "host"
  container_definitions = jsonencode([{ name = "web", image = "web:1", portMappings = [{ containerPort = 80, hostPort = 80 }] }])
}
