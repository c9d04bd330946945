variable "unset" {}

# What is there or not, as people wrote it before there was one().
data "template_file" "perhaps" {
  count    = var.unset == "x" ? 1 : 0
  template = jsonencode([{ name = "perhaps", image = "web:1.4.2", privileged = true }]) # expect error: container "perhaps" runs privileged and can take over its host; remove privileged, or add single capabilities
}

resource "aws_ecs_task_definition" "joined" {
  count                 = var.unset == "x" ? 1 : 0
  family                = "joined"
  container_definitions = join("", data.template_file.perhaps.*.rendered)
}

resource "aws_ecs_task_definition" "element" {
  count                 = var.unset == "x" ? 1 : 0
  family                = "element"
  container_definitions = element(concat(data.template_file.perhaps.*.rendered, ["[]"]), 0)
}

resource "terraform_data" "perhaps" {
  count = var.unset == "x" ? 1 : 0
  # expect-below error: container "perhaps joined" runs privileged and can take over its host; remove privileged, or add single capabilities
  input = jsonencode([{ name = "perhaps joined", image = "web:1.4.2", privileged = true }])
}

resource "aws_ecs_task_definition" "joined_input" {
  count                 = var.unset == "x" ? 1 : 0
  family                = "joined"
  container_definitions = join("", terraform_data.perhaps[*].input)
}

# A count that needs itself.
resource "terraform_data" "itself" {
  count = length(terraform_data.itself) > 0 ? 1 : 0
}
