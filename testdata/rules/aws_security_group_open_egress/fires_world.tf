# The world in other words.

resource "aws_security_group" "world" {
  name = "world"

  # Both families in one rule are one finding.
  egress {
    from_port        = 0
    to_port          = 0
    protocol         = "-1"
    cidr_blocks      = ["0.0.0.0/0"] # expect notice: security group "world" allows connections to the whole internet (0.0.0.0/0 and ::/0) on every port; allow only the destinations and ports that are needed
    ipv6_cidr_blocks = ["::/0"]
  }
  egress {
    from_port        = 0
    to_port          = 0
    protocol         = "-1"
    ipv6_cidr_blocks = ["0:0:0:0:0:0:0:0/0"] # expect notice: security group "world" allows connections to the whole internet (0:0:0:0:0:0:0:0/0) on every port; allow only the destinations and ports that are needed
  }
  # AWS ignores the bits beyond the prefix length.
  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.1.0.0/0"] # expect notice: security group "world" allows connections to the whole internet (0.1.0.0/0) on every port; allow only the destinations and ports that are needed
  }
  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/1", "128.0.0.0/1"] # expect notice: security group "world" allows connections to the whole internet (0.0.0.0/1 and 128.0.0.0/1) on every port; allow only the destinations and ports that are needed
  }
  # Everything but the private ranges.
  egress {
    from_port = 0
    to_port   = 0
    protocol  = "-1"
    cidr_blocks = [
      "0.0.0.0/5", "8.0.0.0/7", "11.0.0.0/8", "12.0.0.0/6", "16.0.0.0/4", "32.0.0.0/3",
      "64.0.0.0/2", # expect notice: security group "world" allows connections to the whole internet (64.0.0.0/2 and 8 more blocks) on every port; allow only the destinations and ports that are needed
      "128.0.0.0/3", "160.0.0.0/5", "168.0.0.0/6", "173.0.0.0/8",
    ]
  }
}

resource "aws_security_group" "half" {
  name = "half"
}

resource "aws_vpc_security_group_egress_rule" "upper" {
  security_group_id = aws_security_group.half.id
  ip_protocol       = "-1"
  cidr_ipv6         = "8000::/1" # expect notice: security group "half" allows connections to the whole internet (8000::/1) on every port; allow only the destinations and ports that are needed
}

resource "aws_security_group" "quarters" {
  name = "quarters"
}

# Rules that are the world only together are one finding, at the widest of them.
resource "aws_vpc_security_group_egress_rule" "first" {
  security_group_id = aws_security_group.quarters.id
  ip_protocol       = "-1"
  cidr_ipv4         = "32.0.0.0/3"
}

resource "aws_vpc_security_group_egress_rule" "second" {
  security_group_id = aws_security_group.quarters.id
  ip_protocol       = "-1"
  cidr_ipv4         = "64.0.0.0/2" # expect notice: security group "quarters" allows connections to the whole internet (64.0.0.0/2 and 2 more blocks) on every port; allow only the destinations and ports that are needed
}

resource "aws_vpc_security_group_egress_rule" "third" {
  security_group_id = aws_security_group.quarters.id
  ip_protocol       = "all"
  cidr_ipv4         = "128.0.0.0/2"
}

resource "aws_security_group" "pieces" {
  name = "pieces"
}

resource "aws_security_group_rule" "pieces" {
  for_each = toset([
    "0.0.0.0/2", # expect notice: security group "pieces" allows connections to the whole internet (0.0.0.0/2 and 3 more blocks) on every TCP port; allow only the destinations and ports that are needed
    "64.0.0.0/2", "128.0.0.0/2", "192.0.0.0/2",
  ])
  security_group_id = aws_security_group.pieces.id
  type              = "egress"
  from_port         = 0
  to_port           = 65535
  protocol          = "tcp"
  cidr_blocks       = [each.value]
}
