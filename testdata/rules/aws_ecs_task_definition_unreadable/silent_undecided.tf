# Whatever the variables are, nothing is wrong, or the same is.

variable "environment" {
  type = string
}

variable "debug" {
  type = bool
}

resource "aws_ecs_task_definition" "web" {
  family       = "web"
  network_mode = "awsvpc"

  container_definitions = jsonencode([merge(
    {
      name                   = "web"
      image                  = var.environment == "production" ? "registry.example.com/web:1" : "registry.example.com/web:2"
      memory                 = var.environment == "production" ? 1024 : 512
      privileged             = var.environment == "production" ? true : "true"
      readonlyRootFilesystem = true
      environment            = concat([{ name = "MODE", value = var.environment }], var.debug ? [{ name = "DEBUG", value = "1" }] : [])
    },
    var.debug ? { stopTimeout = 5 } : {},
  )])
}
