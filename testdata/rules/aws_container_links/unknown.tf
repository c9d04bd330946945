variable "links" {
  type = list(string)
}

variable "mode" {
  type = string
}

resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    { name = "list", image = "web:1", links = var.links },
    { name = "loop", image = "web:1", links = [for l in var.links : l] },
    { name = "either", image = "web:1", links = var.mode == "x" ? ["redis"] : [] },
  ])
}

resource "aws_ecs_task_definition" "mode" {
  family                = "mode"
  network_mode          = var.mode
  container_definitions = <<EOF
[{ "name": "web", "image": "web:1", "links": ["redis"] }]
EOF
}
