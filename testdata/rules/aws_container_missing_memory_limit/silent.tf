resource "aws_ecs_task_definition" "container" {
  family                   = "container"
  requires_compatibilities = ["EC2"]
  container_definitions    = jsonencode([{ name = "web", image = "web:1", memory = 256 }])
}

resource "aws_ecs_task_definition" "task" {
  family                   = "task"
  requires_compatibilities = ["EC2"]
  memory                   = 512
  container_definitions    = jsonencode([{ name = "web", image = "web:1" }])
}

# Terraform fails without a size, so nothing runs without a limit.
resource "aws_ecs_task_definition" "fargate" {
  family                   = "fargate"
  requires_compatibilities = ["FARGATE"]
  container_definitions    = jsonencode([{ name = "web", image = "web:1" }])
}

resource "aws_ecs_daemon_task_definition" "agent" {
  family = "agent"
  memory = 512
  container_definition {
    name  = "agent"
    image = "agent:1"
  }
}

# Batch takes no job without memory, here in resourceRequirements.
resource "aws_batch_job_definition" "job" {
  name = "job"
  type = "container"
  container_properties = jsonencode({
    image                = "job:1"
    resourceRequirements = [{ type = "MEMORY", value = "512" }]
  })
}
