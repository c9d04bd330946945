variable "actions" {}
variable "roles" {}
variable "conditions" {}
variable "effect" {}

resource "aws_iam_role_policy" "unknown" {
  role = "unknown"
  policy = jsonencode({ Statement = [
    { Effect = "Allow", Action = var.actions, Resource = "*" },
    { Effect = "Allow", Action = "iam:PassRole", Resource = var.roles },
    { Effect = "Allow", Action = "iam:PassRole", Resource = "arn:aws:iam::123456789012:role/${var.roles}" },
    { Effect = "Allow", Action = "iam:PassRole", Resource = "*", Condition = var.conditions },
    { Effect = var.effect, Action = "iam:PassRole", Resource = "*" },
    { Effect = "Allow", Action = "iam:PassRole", NotResource = var.roles },
  ] })
}
