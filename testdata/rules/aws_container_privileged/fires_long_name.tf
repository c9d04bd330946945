variable "unset" {}

# A resource by its longest name.
resource "aws_ecs_task_definition" "by_long_name" {
  family                = "by-long-name"
  container_definitions = resource.terraform_data.containers.input
}

resource "terraform_data" "containers" {
  # expect-below error: container "by-long-name" runs privileged and can take over its host; remove privileged, or add single capabilities
  input = jsonencode([{ name = "by-long-name", image = var.unset, privileged = true }])
}
