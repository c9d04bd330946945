resource "aws_ecr_registry_policy" "replication" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "Replication"
      Effect    = "Allow"
      Principal = "*" # expect error: statement "Replication" of aws_ecr_registry_policy.replication lets anyone in any AWS account replicate images into it and create repositories, in the whole registry; name the accounts as principals, or add a condition such as aws:PrincipalOrgID
      Action    = ["ecr:CreateRepository", "ecr:ReplicateImage"]
      Resource  = "arn:aws:ecr:eu-west-1:123456789012:repository/*"
    }]
  })
}
