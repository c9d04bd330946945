resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    { # expect warning: container "web" can write to its root file system, so that an attacker can change the application and add tools; set readonlyRootFilesystem = true, and mount a volume where it has to write
      name  = "web"
      image = "web:1.4.2"
    },
    {
      name                   = "worker"
      image                  = "worker:1.4.2"
      readonlyRootFilesystem = false # expect warning: container "worker" can write to its root file system, so that an attacker can change the application and add tools; set readonlyRootFilesystem = true, and mount a volume where it has to write
    },
  ])
}
