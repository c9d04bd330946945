resource "aws_ecs_task_definition" "web" {
  family                = "web"
  container_definitions = jsonencode([{ name = "proxy", image = "nginx:1.27.3" }]) # expect warning: container "proxy" pulls image "nginx:1.27.3" from Docker Hub, which is not among the allowed registries; pull it through ECR, or allow it
}
