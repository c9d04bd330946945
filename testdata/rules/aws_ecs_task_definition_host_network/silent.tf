resource "aws_ecs_task_definition" "awsvpc" {
  family                = "awsvpc"
  network_mode          = "awsvpc"
  container_definitions = jsonencode([{ name = "web", image = "web:1" }])
}

resource "aws_ecs_task_definition" "bridge" {
  family                = "bridge"
  network_mode          = "bridge"
  container_definitions = jsonencode([{ name = "web", image = "web:1" }])
}

# An agent, once on each host.
resource "aws_ecs_task_definition" "agent" {
  family                = "agent"
  network_mode          = "host"
  container_definitions = jsonencode([{ name = "agent", image = "agent:1" }])
}

resource "aws_ecs_service" "agent" {
  name                = "agent"
  task_definition     = aws_ecs_task_definition.agent.arn
  scheduling_strategy = "DAEMON"
}

resource "aws_batch_job_definition" "eks" {
  name = "eks"
  type = "container"
  eks_properties {
    pod_properties {
      containers {
        image = "job:1"
      }
    }
  }
}
