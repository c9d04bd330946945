resource "aws_iam_role" "web" {
  assume_role_policy = "{}"
}

resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["EC2"]
  task_role_arn            = aws_iam_role.web.arn
  container_definitions    = jsonencode([{ name = "web", image = "web:1" }])
}

# There is no role to fall back to.
resource "aws_ecs_task_definition" "fargate" {
  family                   = "fargate"
  requires_compatibilities = ["FARGATE"]
  container_definitions    = jsonencode([{ name = "web", image = "web:1" }])
}

resource "aws_batch_job_definition" "fargate" {
  name                  = "fargate"
  type                  = "container"
  platform_capabilities = ["FARGATE"]
  container_properties  = jsonencode({ image = "job:1" })
}

resource "aws_batch_job_definition" "job" {
  name                 = "job"
  type                 = "container"
  container_properties = jsonencode({ image = "job:1", jobRoleArn = aws_iam_role.web.arn })
}

resource "aws_batch_job_definition" "eks" {
  name = "eks"
  type = "container"
  eks_properties {
    pod_properties {
      service_account_name = "jobs"
      containers {
        image = "job:1"
      }
    }
  }
}

resource "aws_ecs_daemon_task_definition" "agent" {
  family        = "agent"
  task_role_arn = aws_iam_role.web.arn
  container_definition {
    name  = "agent"
    image = "agent:1"
  }
}
