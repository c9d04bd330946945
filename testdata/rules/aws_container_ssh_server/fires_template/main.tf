resource "aws_ecs_task_definition" "web" {
  family                = "web"
  container_definitions = templatefile("${path.module}/web.json.tftpl", { ports = [8080, 22] }) # expect warning: container "web" listens on port 22, a way to log in past IAM and past every log of AWS; remove the SSH server, and look inside with ECS Exec; at [0].portMappings[1].containerPort
}
