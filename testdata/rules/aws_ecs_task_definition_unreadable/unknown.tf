variable "cpu" {
  type = number
}

# What no rule looks at is no gap.
resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([{
    name  = "web"
    image = "web:1"
    cpu   = var.cpu
  }])
}
