variable "mode" {
  type = string
}

variable "host" {
  type = bool
}

resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["EC2"]
  network_mode             = var.mode
  container_definitions    = jsonencode([{ name = "web", image = "web:1" }])
}

resource "aws_ecs_task_definition" "either" {
  family                = "either"
  network_mode          = var.host ? "host" : "awsvpc"
  container_definitions = jsonencode([{ name = "web", image = "web:1" }])
}

resource "aws_batch_job_definition" "eks" {
  name = "eks"
  type = "container"
  eks_properties {
    pod_properties {
      host_network = var.host
      containers {
        image = "job:1"
      }
    }
  }
}
