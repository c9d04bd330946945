resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    { name = "exempt", image = "registry.example.com:5000/web:1.4.2" },
    { name = "allowed-port", image = "other.example.org:8080/web:1.4.2" },
  ])
}
