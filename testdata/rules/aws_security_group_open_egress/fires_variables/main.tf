variable "egress_cidrs" {
  type    = list(string)
  default = ["0.0.0.0/0"]
}

variable "cidr" {
  type    = string
  default = "10.0.0.0/8"
}

variable "rules" {
  type = list(object({ protocol = string, cidrs = list(string) }))
}

resource "aws_security_group" "app" {
  name = "app"

  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = var.egress_cidrs # expect notice: security group "app" allows connections to the whole internet (0.0.0.0/0) on every port; allow only the destinations and ports that are needed
  }
  # terraform.tfvars has another value than the default.
  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = [var.cidr] # expect notice: security group "app" allows connections to the whole internet (0.0.0.0/0) on every port; allow only the destinations and ports that are needed
  }
  dynamic "egress" {
    for_each = var.rules # expect notice: security group "app" allows connections to the whole internet (0.0.0.0/0) on every port; allow only the destinations and ports that are needed

    content {
      from_port   = 0
      to_port     = 0
      protocol    = egress.value.protocol
      cidr_blocks = egress.value.cidrs
    }
  }
}
