variable "debug" {
  type = bool
}

# One of two groups, in either order.
resource "aws_ecs_task_definition" "groups" {
  family = "groups"
  container_definitions = jsonencode([
    { name = "a", image = "app:1", user = var.debug ? "1000:0" : "1000:1000" },
    { name = "b", image = "app:1", user = var.debug ? "1000:1000" : "1000:0" },
  ])
}
