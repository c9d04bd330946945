resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    {
      name    = "web"
      image   = "web:1.4.2"
      command = ["sh", "-c", "apt-get update && apt-get install -y curl && exec serve"] # expect warning: container "web" installs software when it starts (apt-get install), which was never scanned; install it in the image
    }
  ])
}
