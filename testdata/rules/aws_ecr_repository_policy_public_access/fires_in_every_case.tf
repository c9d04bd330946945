variable "legacy" {
  type = bool
}

resource "aws_ecr_repository" "web" {
  name = "web"
}

# Of two patterns one takes in the other, which is allowed whatever the condition turns out to be.
resource "aws_ecr_repository_policy" "web" {
  repository = aws_ecr_repository.web.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "Anyone"
      Effect    = "Allow"
      Principal = "*" # expect error: statement "Anyone" of aws_ecr_repository_policy.web lets anyone in any AWS account pull images, push images, delete images and change its policy; name the accounts or roles as principals, or add a condition such as aws:PrincipalOrgID
      Action    = var.legacy ? "*" : "ecr:*"
    }]
  })
}
