variable "memory" {
  type = number
}

variable "compatibilities" {
  type = list(string)
}

variable "more" {
  type = map(string)
}

resource "aws_ecs_task_definition" "container" {
  family                   = "container"
  requires_compatibilities = ["EC2"]
  container_definitions = jsonencode([
    { name = "variable", image = "web:1", memory = var.memory },
    merge({ name = "merged", image = "web:1" }, var.more),
  ])
}

resource "aws_ecs_task_definition" "task" {
  family                   = "task"
  requires_compatibilities = ["EC2"]
  memory                   = var.memory
  container_definitions    = jsonencode([{ name = "web", image = "web:1" }])
}

resource "aws_ecs_task_definition" "anywhere" {
  family                   = "anywhere"
  requires_compatibilities = var.compatibilities
  container_definitions    = <<EOF
[{ "name": "web", "image": "web:1" }]
EOF
}

resource "aws_ecs_daemon_task_definition" "agent" {
  family = "agent"
  memory = var.memory
  container_definition {
    name  = "agent"
    image = "agent:1"
  }
}
