# Repetition, and addresses that stand elsewhere.

locals {
  anywhere = ["0.0.0.0/0"]
  all      = "0.0.0.0/0"
  groups = {
    api = { cidr = "10.0.0.0/8" }
    web = { cidr = "0.0.0.0/0" } # expect notice: security group aws_security_group.each allows connections to the whole internet (0.0.0.0/0) on every port; allow only the destinations and ports that are needed
  }
}

variable "many" {
  type = bool
}

# for_each repeats the resource, not the finding.
resource "aws_security_group" "repeated" {
  for_each = toset(["a", "b"])
  name     = each.key

  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"] # expect notice: security group aws_security_group.repeated allows connections to the whole internet (0.0.0.0/0) on every port; allow only the destinations and ports that are needed
  }
}

resource "aws_security_group" "each" {
  for_each = local.groups
  name     = each.key
}

resource "aws_vpc_security_group_egress_rule" "each" {
  for_each          = local.groups
  security_group_id = aws_security_group.each[each.key].id
  ip_protocol       = "-1"
  cidr_ipv4         = each.value.cidr
}

# How many there are is not known, what they are is.
resource "aws_security_group_rule" "counted" {
  count             = var.many ? 3 : 1
  security_group_id = aws_security_group.each["web"].id
  type              = "egress"
  from_port         = 0
  to_port           = 0
  protocol          = "-1"
  cidr_blocks       = ["0.0.0.0/0"] # expect notice: security group aws_security_group.each allows connections to the whole internet (0.0.0.0/0) on every port; allow only the destinations and ports that are needed
}

# What several rules take from one local is shown where each of them takes it.
resource "aws_security_group" "first" {
  name = "first"

  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = local.anywhere # expect notice: security group "first" allows connections to the whole internet (0.0.0.0/0) on every port; allow only the destinations and ports that are needed
  }
}

resource "aws_security_group" "second" {
  name = "second"

  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = local.anywhere # expect notice: security group "second" allows connections to the whole internet (0.0.0.0/0) on every port; allow only the destinations and ports that are needed
  }
  egress {
    from_port = 0
    to_port   = 65535
    protocol  = "tcp"
    cidr_blocks = [
      "10.0.0.0/8",
      local.all, # expect notice: security group "second" allows connections to the whole internet (0.0.0.0/0) on every TCP port; allow only the destinations and ports that are needed
    ]
  }
}

resource "aws_vpc_security_group_egress_rule" "third" {
  security_group_id = aws_security_group.second.id
  ip_protocol       = "udp"
  from_port         = 0
  to_port           = 65535
  cidr_ipv4         = local.all # expect notice: security group "second" allows connections to the whole internet (0.0.0.0/0) on every UDP port; allow only the destinations and ports that are needed
}
