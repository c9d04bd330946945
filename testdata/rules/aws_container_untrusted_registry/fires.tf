resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    { name = "web", image = "quay.io/example/web:1.4.2" }, # expect warning: container "web" pulls image "quay.io/example/web:1.4.2" from quay.io, which is not among the allowed registries; pull it through ECR, or allow it
    { name = "proxy", image = "nginx:1.27.3" }, # expect notice: container "proxy" pulls image "nginx:1.27.3" from Docker Hub, where anybody publishes; pull it through ECR, or allow docker.io
  ])
}
