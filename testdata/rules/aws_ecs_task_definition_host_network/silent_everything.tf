resource "aws_ecs_task_definition" "awsvpc" {
  family                = "awsvpc"
  network_mode          = "awsvpc"
  container_definitions = jsonencode([{ name = "web", image = "web:1" }])
}

resource "aws_ecs_task_definition" "none" {
  family                = "none"
  network_mode          = "none"
  container_definitions = jsonencode([{ name = "web", image = "web:1" }])
}

resource "aws_batch_job_definition" "eks" {
  name = "eks"
  type = "container"
  eks_properties {
    pod_properties {
      host_network = false
      containers {
        image = "job:1"
      }
    }
  }
}

# Hosts outside AWS have no awsvpc.
resource "aws_ecs_task_definition" "external" {
  family                   = "external"
  requires_compatibilities = ["EXTERNAL"]
  network_mode             = "bridge"
  container_definitions    = jsonencode([{ name = "web", image = "web:1" }])
}

# Windows has no bridge of this kind, and Fargate nothing but awsvpc.
resource "aws_ecs_task_definition" "windows" {
  family = "windows"
  runtime_platform {
    operating_system_family = "WINDOWS_SERVER_2022_CORE"
  }
  container_definitions = jsonencode([{ name = "web", image = "web:1" }])
}

resource "aws_ecs_task_definition" "fargate" {
  family                   = "fargate"
  requires_compatibilities = ["FARGATE"]
  container_definitions    = jsonencode([{ name = "web", image = "web:1" }])
}
