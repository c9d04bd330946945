# V1 evaluates the policy for replication, imports and new repositories only.
resource "aws_ecr_account_setting" "scope" {
  name  = "REGISTRY_POLICY_SCOPE"
  value = "V1" # expect warning: statement "KeepImages" of aws_ecr_registry_policy.guard denies in vain, for example ecr:BatchDeleteImage: the policy scope V1 evaluates a registry's policy only for replication, imports and new repositories; set the scope to V2
}

resource "aws_ecr_registry_policy" "guard" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "Replication"
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::123456789012:root" }
        Action    = ["ecr:ReplicateImage"]
        Resource  = "arn:aws:ecr:eu-west-1:210987654321:repository/*"
      },
      {
        Sid       = "KeepImages"
        Effect    = "Deny"
        Principal = "*"
        Action    = ["ecr:BatchDeleteImage", "ecr:DeleteRepository"]
        Resource  = "arn:aws:ecr:eu-west-1:210987654321:repository/prod/*"
      },
    ]
  })
}
