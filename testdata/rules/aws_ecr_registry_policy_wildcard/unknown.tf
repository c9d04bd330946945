variable "principals" {}
variable "actions" {}
variable "effect" {}
variable "scope" {}

resource "aws_ecr_registry_policy" "unknown" {
  policy = jsonencode({
    Statement = [
      { Effect = "Allow", Action = ["ecr:ReplicateImage"], Principal = { AWS = var.principals }, Resource = "*" },
      { Effect = "Allow", Action = var.actions, Principal = "*", Resource = "*" },
      { Effect = var.effect, Action = ["ecr:ReplicateImage"], Principal = "*", Resource = "*" },
      { Effect = "Allow", Action = ["ecr:ReplicateImage"], Principal = "*", Resource = "*", Condition = var.principals },
      { Effect = "Deny", Action = "ecr:DeleteRepository", Principal = "*", Resource = "*" },
    ]
  })
}

resource "aws_ecr_account_setting" "scope" {
  name  = "REGISTRY_POLICY_SCOPE"
  value = var.scope
}

resource "aws_ecr_account_setting" "name" {
  name  = var.scope
  value = "V1"
}

resource "aws_ecr_registry_policy" "denies" {
  region = "us-east-1"
  policy = jsonencode({
    Statement = [{ Effect = "Deny", Action = var.actions, Principal = "*", Resource = "*" }]
  })
}

resource "aws_ecr_account_setting" "denies" {
  region = "us-east-1"
  name   = "REGISTRY_POLICY_SCOPE"
  value  = "V1"
}
