variable "name" {
  type = string
}

variable "image" {
  type = string
}

variable "readonly" {
  type    = bool
  default = true
}

resource "aws_ecs_task_definition" "service" {
  family = var.name
  container_definitions = jsonencode([
    {
      name                   = var.name
      image                  = var.image
      readonlyRootFilesystem = var.readonly
    },
    {
      name  = "${var.name}-sidecar"
      image = var.image
    },
  ])
}
