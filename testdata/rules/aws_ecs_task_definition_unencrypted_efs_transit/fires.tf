resource "aws_ecs_task_definition" "web" {
  family = "web"

  volume {
    name = "uploads"

    efs_volume_configuration {
      file_system_id     = aws_efs_file_system.uploads.id
      transit_encryption = "DISABLED" # expect warning: volume "uploads" of task definition "web" is mounted without encryption in transit, so that its files cross the network in clear; set the transit encryption to "ENABLED"
    }
  }

  container_definitions = jsonencode([{ name = "web", image = "web:1.4.2" }])
}

resource "aws_efs_file_system" "uploads" {
  encrypted = true
}
