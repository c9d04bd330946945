variable "endpoint" {}
variable "policy" {}

# The policy may be for any of the endpoints without one.
resource "aws_vpc_endpoint" "ecs" {
  vpc_id       = "vpc-1"
  service_name = "com.amazonaws.eu-west-1.ecs"
}

resource "aws_vpc_endpoint_policy" "unknown" {
  vpc_endpoint_id = var.endpoint
  policy          = var.policy
}
