variable "actions" {}
variable "resources" {}
variable "conditions" {}

resource "aws_iam_role_policy" "unknown" {
  role = "unknown"
  policy = jsonencode({ Statement = [
    { Effect = "Allow", Action = var.actions, Resource = "*" },
    { Effect = "Allow", Action = "ecs:ExecuteCommand", Resource = var.resources },
    { Effect = "Allow", Action = "ecs:ExecuteCommand", Resource = "*", Condition = var.conditions },
  ] })
}
