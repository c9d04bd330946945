variable "legacy" {
  type = bool
}

resource "aws_iam_role" "open" {
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = var.legacy ? "*" : { AWS = "*" } # expect error: aws_iam_role.open lets anyone in any AWS account assume the role; name the accounts or roles as principals, or add a condition such as aws:PrincipalOrgID
    }]
  })
}

resource "aws_iam_role" "closed" {
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = var.legacy ? "*" : { AWS = "arn:aws:iam::111122223333:root" }
    }]
  })
}
