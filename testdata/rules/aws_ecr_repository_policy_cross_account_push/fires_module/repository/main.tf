variable "name" {}
variable "pushers" {}

resource "aws_ecr_repository" "this" {
  name = var.name
}

resource "aws_ecr_repository_policy" "this" {
  repository = aws_ecr_repository.this.name
  policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Action    = ["ecr:PutImage"]
      Principal = { AWS = var.pushers }
    }]
  })
}
