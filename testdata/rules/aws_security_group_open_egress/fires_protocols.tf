# Protocols by name and number, in any case, as text and as a number. The module has no workload, so each is a notice.

resource "aws_security_group" "protocols" {
  name = "protocols"

  egress {
    from_port   = 0
    to_port     = 0
    protocol    = -1
    cidr_blocks = ["0.0.0.0/0"] # expect notice: security group "protocols" allows connections to the whole internet (0.0.0.0/0) on every port; allow only the destinations and ports that are needed
  }
  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "All"
    cidr_blocks = ["0.0.0.0/0"] # expect notice: security group "protocols" allows connections to the whole internet (0.0.0.0/0) on every port; allow only the destinations and ports that are needed
  }
  egress {
    from_port   = 0
    to_port     = 65535
    protocol    = "TCP"
    cidr_blocks = ["0.0.0.0/0"] # expect notice: security group "protocols" allows connections to the whole internet (0.0.0.0/0) on every TCP port; allow only the destinations and ports that are needed
  }
  egress {
    from_port   = "1"
    to_port     = "65535"
    protocol    = "6"
    cidr_blocks = ["0.0.0.0/0"] # expect notice: security group "protocols" allows connections to the whole internet (0.0.0.0/0) on every TCP port; allow only the destinations and ports that are needed
  }
  egress {
    from_port   = 0
    to_port     = 65535
    protocol    = 17
    cidr_blocks = ["0.0.0.0/0"] # expect notice: security group "protocols" allows connections to the whole internet (0.0.0.0/0) on every UDP port; allow only the destinations and ports that are needed
  }
}

resource "aws_vpc_security_group_egress_rule" "udp" {
  security_group_id = aws_security_group.protocols.id
  ip_protocol       = "udp"
  from_port         = 0
  to_port           = 65535
  cidr_ipv4         = "0.0.0.0/0" # expect notice: security group "protocols" allows connections to the whole internet (0.0.0.0/0) on every UDP port; allow only the destinations and ports that are needed
}
