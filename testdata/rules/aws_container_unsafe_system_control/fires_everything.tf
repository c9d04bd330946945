resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    { name = "web", image = "web:1", systemControls = [{ namespace = "net.core.somaxconn", value = "1024" }] }, # expect notice: container "web" sets the kernel parameter net.core.somaxconn; see that it needs it
  ])
}
