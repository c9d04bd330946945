resource "aws_ecs_task_definition" "web" {
  family                = "web"
  container_definitions = jsonencode([{ name = "web", image = "web:1", portMappings = [{ containerPort = 9100, hostPort = 9100 }] }]) # expect error: container "web" takes port 9100 of its host, which is for the host's own services, and can be taken for them; remove hostPort
}
