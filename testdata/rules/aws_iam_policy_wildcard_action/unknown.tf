variable "service" {}
variable "actions" {}
variable "resources" {}
variable "condition" {}

resource "aws_iam_policy" "unknown" {
  policy = jsonencode({
    Statement = [
      { Effect = "Allow", Action = "${var.service}:*", Resource = "*" },
      { Effect = "Allow", Action = var.actions, Resource = "*" },
      { Effect = "Allow", Action = ["ecs:*"], Resource = var.resources },
      { Effect = "Allow", Action = ["ecs:*"], Resource = [var.resources] },
      { Effect = "Allow", Action = ["ecs:*"], Resource = "${var.resources}/*" },
      { Effect = "Allow", Action = ["ecs:*"], Resource = "*", Condition = var.condition },
      { Effect = "Allow", Action = var.actions == "all" ? ["ecs:*"] : ["ecs:Describe*"], Resource = "*" },
    ]
  })
}
