# expect-below warning: aws_vpc_endpoint.ecr has no policy, so that any credentials reach everything in any account through it (ecr.api, ecr.dkr); set a policy, with a condition such as aws:PrincipalAccount
resource "aws_vpc_endpoint" "ecr" {
  for_each = toset(["ecr.api", "ecr.dkr"])

  vpc_id              = aws_vpc.main.id
  service_name        = "com.amazonaws.${var.region}.${each.key}"
  vpc_endpoint_type   = "Interface"
  private_dns_enabled = true
  subnet_ids          = aws_subnet.private[*].id
  security_group_ids  = [aws_security_group.endpoints.id]
}

resource "aws_vpc_endpoint" "s3" {
  vpc_id          = aws_vpc.main.id
  service_name    = "com.amazonaws.${var.region}.s3"
  route_table_ids = aws_route_table.private[*].id

  policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "*"
      Resource  = "*" # expect warning: aws_vpc_endpoint.s3 lets any credentials reach everything in any account through the endpoint (s3); name resources, or add a condition such as aws:PrincipalAccount
    }]
  })
}

variable "region" {}
