resource "aws_ecr_repository" "web" {
  name = "web"
}

resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["EC2"]
  container_definitions = jsonencode([
    {
      name       = "web"
      image      = "${aws_ecr_repository.web.repository_url}:1.4.2"
      privileged = true # expect error: container "web" runs privileged and can take over its host; remove privileged, or add single capabilities
    }
  ])
}
