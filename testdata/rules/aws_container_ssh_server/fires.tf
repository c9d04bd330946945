resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    {
      name         = "web"
      image        = "web:1.4.2"
      portMappings = [{ containerPort = 8080 }, { containerPort = 22 }] # expect warning: container "web" listens on port 22, a way to log in past IAM and past every log of AWS; remove the SSH server, and look inside with ECS Exec
    }
  ])
}
