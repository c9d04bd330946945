resource "aws_ecs_task_definition" "git" {
  family = "git"
  container_definitions = jsonencode([
    { name = "git", image = "gitlab/gitlab-ce:17.6.1-ce.0", portMappings = [{ containerPort = 22 }] },
  ])
}
