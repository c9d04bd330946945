resource "aws_ecs_task_definition" "bridge" {
  family                = "bridge"
  network_mode          = "bridge" # expect warning: task definition "bridge" shares a bridge with all tasks of its host and has no security group of its own; set network_mode = "awsvpc"
  container_definitions = jsonencode([{ name = "web", image = "web:1" }])
}

# bridge is the default, and Fargate would not take it.
resource "aws_ecs_task_definition" "absent" { # expect warning: task definition "absent" shares a bridge with all tasks of its host and has no security group of its own; set network_mode = "awsvpc"
  family                = "absent"
  cpu                   = 256
  memory                = 512
  container_definitions = jsonencode([{ name = "web", image = "web:1" }])
}

resource "aws_ecs_task_definition" "agent" {
  family                = "agent"
  network_mode          = "host" # expect notice: task definition "agent" runs once on each host and uses its network; set network_mode = "awsvpc" unless it has to
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
    pod_properties { # expect warning: job definition "eks" uses the network of its host, which is the default of Batch; set host_network = false
      containers {
        image = "job:1"
      }
    }
  }
}
