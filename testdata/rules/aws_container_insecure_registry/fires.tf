resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    { name = "web", image = "registry.example.com:80/web:1.4.2" }, # expect error: container "web" pulls image "registry.example.com:80/web:1.4.2" on port 80, which is without TLS, so that others can read and replace it; pull it from a registry with TLS, such as ECR
    { name = "side", image = "registry.example.com:5000/side:1.4.2" }, # expect warning: container "side" pulls image "registry.example.com:5000/side:1.4.2" on port 5000, on which registries usually are without TLS; pull it from a registry with TLS, such as ECR, or exempt it
  ])
}
