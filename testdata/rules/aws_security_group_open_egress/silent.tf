resource "aws_ecs_service" "web" {
  network_configuration {
    subnets         = ["subnet-1"]
    security_groups = [aws_security_group.web.id, aws_security_group.closed.id]
  }
}

resource "aws_security_group" "web" {
  name = "web"

  # The world, but HTTPS only.
  egress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
  # Port 0 is not every port, and ping is no port.
  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
  egress {
    from_port   = -1
    to_port     = -1
    protocol    = "icmp"
    cidr_blocks = ["0.0.0.0/0"]
  }
  # Private ranges, and ranges of somebody, are not the world.
  egress {
    from_port        = 0
    to_port          = 0
    protocol         = "-1"
    cidr_blocks      = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "203.0.113.0/29", "52.0.0.0/7"]
    ipv6_cidr_blocks = ["fc00::/7", "2001:db8::/32"]
  }
  # Other groups and prefix lists.
  egress {
    from_port       = 0
    to_port         = 0
    protocol        = "-1"
    security_groups = [aws_security_group.closed.id]
  }
  egress {
    from_port       = 0
    to_port         = 0
    protocol        = "-1"
    prefix_list_ids = [data.aws_prefix_list.s3.id]
  }
  egress {
    from_port = 0
    to_port   = 0
    protocol  = "-1"
    self      = true
  }
  # What comes in is another rule's business.
  ingress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

# Terraform removes the rule that AWS makes: nothing leaves.
resource "aws_security_group" "closed" {
  name = "closed"
}

resource "aws_security_group" "empty" {
  name   = "empty"
  egress = []
}

resource "aws_security_group" "none" {
  count = 0
  name  = "none"

  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_security_group_rule" "in" {
  security_group_id = aws_security_group.web.id
  type              = "ingress"
  from_port         = 0
  to_port           = 0
  protocol          = "-1"
  cidr_blocks       = ["0.0.0.0/0"]
}

# Less than half of the world together, and not for one group.
resource "aws_vpc_security_group_egress_rule" "first" {
  security_group_id = aws_security_group.web.id
  ip_protocol       = "-1"
  cidr_ipv4         = "64.0.0.0/2"
}

resource "aws_vpc_security_group_egress_rule" "second" {
  security_group_id = aws_security_group.closed.id
  ip_protocol       = "-1"
  cidr_ipv4         = "128.0.0.0/2"
}

resource "aws_vpc_security_group_egress_rule" "third" {
  security_group_id = aws_security_group.web.id
  ip_protocol       = "tcp"
  from_port         = 0
  to_port           = 65535
  cidr_ipv4         = "128.0.0.0/2"
}

resource "aws_vpc_security_group_egress_rule" "group" {
  security_group_id            = aws_security_group.web.id
  referenced_security_group_id = aws_security_group.closed.id
  ip_protocol                  = "-1"
}

data "aws_prefix_list" "s3" {
  name = "com.amazonaws.eu-west-1.s3"
}
