resource "aws_ecr_repository" "web" {
  name = "web"
}

resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([{
    name        = "web"
    image       = "${aws_ecr_repository.web.repository_url}:1"
    privileged  = false
    environment = [{ name = "REPOSITORY", value = aws_ecr_repository.web.arn }]
  }])
}
