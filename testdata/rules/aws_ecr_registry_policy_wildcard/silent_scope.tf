# V1 evaluates this Deny.
resource "aws_ecr_account_setting" "scope" {
  name  = "REGISTRY_POLICY_SCOPE"
  value = "V1"
}

resource "aws_ecr_registry_policy" "guard" {
  policy = jsonencode({
    Statement = [
      { Effect = "Deny", Principal = "*", Action = ["ecr:CreateRepository", "ecr:ReplicateImage"], Resource = "*" },
      { Effect = "Allow", Principal = { AWS = "123456789012" }, Action = "ecr:BatchGetImage", Resource = "*" },
    ]
  })
}
