variable "service" {}
variable "policy" {}
variable "statements" {}
variable "services" {}

resource "aws_vpc_endpoint" "service" {
  vpc_id       = "vpc-1"
  service_name = var.service
}

resource "aws_vpc_endpoint" "name" {
  vpc_id       = "vpc-1"
  service_name = "com.amazonaws.eu-west-1.${var.service}"
}

resource "aws_vpc_endpoint" "each" {
  for_each = var.services

  vpc_id       = "vpc-1"
  service_name = "com.amazonaws.eu-west-1.${each.value}"
}

resource "aws_vpc_endpoint" "data" {
  vpc_id       = "vpc-1"
  service_name = data.aws_vpc_endpoint_service.unknown.service_name
}

data "aws_vpc_endpoint_service" "unknown" {
  service = var.service
}

resource "aws_vpc_endpoint" "policy" {
  vpc_id       = "vpc-1"
  service_name = "com.amazonaws.eu-west-1.s3"
  policy       = var.policy
}

# It may be that of another endpoint.
resource "aws_vpc_endpoint" "chosen" {
  vpc_id       = "vpc-1"
  service_name = "com.amazonaws.eu-west-1.s3"
  policy       = lookup(var.policy, "s3", null)
}

resource "aws_vpc_endpoint" "statements" {
  vpc_id       = "vpc-1"
  service_name = "com.amazonaws.eu-west-1.s3"
  policy = jsonencode({
    Statement = concat([{ Effect = "Allow", Principal = "*", Action = "*", Resource = "*" }], var.statements)
  })
}

resource "aws_vpc_endpoint" "parts" {
  vpc_id       = "vpc-1"
  service_name = "com.amazonaws.eu-west-1.s3"
  policy = jsonencode({
    Statement = [
      { Effect = "Allow", Principal = var.policy, Action = "*", Resource = "*" },
      { Effect = "Allow", Principal = "*", Action = var.policy, Resource = "*" },
      { Effect = "Allow", Principal = "*", Action = "*", Resource = var.policy },
      { Effect = "Allow", Principal = "*", Action = "*", Resource = "*", Condition = var.policy },
    ]
  })
}
