resource "aws_ecr_registry_policy" "named" {
  policy = jsonencode({
    Statement = [
      { Effect = "Allow", Action = ["ecr:CreateRepository", "ecr:ReplicateImage"], Principal = { AWS = "arn:aws:iam::123456789012:root" }, Resource = "*" },
      { Effect = "Allow", Action = ["ecr:ReplicateImage"], Principal = "*", Resource = "*", Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-a1b2c3d4e5" } } },
      { Effect = "Allow", Action = ["ecr:ReplicateImage"], Principal = "*", Resource = "*", Condition = { StringEquals = { "aws:PrincipalAccount" = ["123456789012"] } } },
      { Effect = "Deny", Action = ["ecr:*"], Principal = "*", Resource = "*" },
    ]
  })
}

# The default.
resource "aws_ecr_account_setting" "scope" {
  name  = "REGISTRY_POLICY_SCOPE"
  value = "V2"
}

# Another setting has values of its own.
resource "aws_ecr_account_setting" "scan" {
  name  = "BASIC_SCAN_TYPE_VERSION"
  value = "V1"
}

# A registry of another region, or of another account.
resource "aws_ecr_account_setting" "elsewhere" {
  region = "us-east-1"
  name   = "REGISTRY_POLICY_SCOPE"
  value  = "V1"
}

resource "aws_ecr_account_setting" "other" {
  provider = aws.replica
  name     = "REGISTRY_POLICY_SCOPE"
  value    = "V1"
}

# A Deny keeps out those who don't belong.
resource "aws_ecr_registry_policy" "guarded" {
  region = "eu-central-1"
  policy = jsonencode({
    Statement = [
      { Effect = "Allow", Action = ["ecr:ReplicateImage"], Principal = "*", Resource = "*" },
      { Effect = "Deny", Action = ["ecr:ReplicateImage"], Principal = "*", Resource = "*", Condition = { StringNotEquals = { "aws:PrincipalOrgID" = "o-a1b2c3d4e5" } } },
    ]
  })
}

# Single repositories have a rule of their own.
resource "aws_ecr_repository_policy" "open" {
  repository = "open"
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = ["ecr:BatchGetImage"], Principal = "*" }]
  })
}
