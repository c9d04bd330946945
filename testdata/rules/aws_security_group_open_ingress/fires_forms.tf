# Every form that a rule can be written in.

resource "aws_security_group" "forms" {
  name = "forms"

  ingress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/8"]
  }
  ingress {
    from_port       = 22
    to_port         = 22
    protocol        = "tcp"
    cidr_blocks     = ["10.0.0.0/8", "0.0.0.0/0"] # expect error: security group "forms" opens port 22 (SSH) to the internet (0.0.0.0/0 and ::/0), where anyone may try to take over the host; allow only known addresses or security groups
    security_groups = ["sg-0123456789abcdef0"]

    ipv6_cidr_blocks = ["::/0"]
  }
  dynamic "ingress" {
    for_each = {
      http = 80
      ssh  = 22
    }
    iterator = port

    content {
      description = port.key
      from_port   = port.value
      to_port     = port.value
      protocol    = "tcp"
      cidr_blocks = ["0.0.0.0/0"] # expect error: security group "forms" opens port 22 (SSH) to the internet (0.0.0.0/0), where anyone may try to take over the host; allow only known addresses or security groups
    }
  }
}

resource "aws_security_group" "attribute" {
  name    = "attribute"
  ingress = [{ from_port = 22, to_port = 22, protocol = "tcp", cidr_blocks = ["0.0.0.0/0"] }] # expect error: security group "attribute" opens port 22 (SSH) to the internet (0.0.0.0/0), where anyone may try to take over the host; allow only known addresses or security groups
}

resource "aws_security_group_rule" "older" {
  security_group_id = aws_security_group.attribute.id
  type              = "ingress"
  from_port         = 22
  to_port           = 22
  protocol          = "tcp"
  cidr_blocks       = ["0.0.0.0/0"] # expect error: security group "attribute" opens port 22 (SSH) to the internet (0.0.0.0/0), where anyone may try to take over the host; allow only known addresses or security groups
}

resource "aws_vpc_security_group_ingress_rule" "newer" {
  security_group_id = module.network.security_group_id
  ip_protocol       = "tcp"
  from_port         = 22
  to_port           = 22
  cidr_ipv4         = "0.0.0.0/0" # expect error: security group module.network.security_group_id opens port 22 (SSH) to the internet (0.0.0.0/0), where anyone may try to take over the host; allow only known addresses or security groups
}

resource "aws_vpc_security_group_ingress_rule" "newer_ipv6" {
  security_group_id = data.aws_security_group.found.id
  ip_protocol       = "-1"
  cidr_ipv6         = "0::/0" # expect error: security group data.aws_security_group.found opens every port to the internet (0::/0), whatever listens there now or later; allow single ports, from known sources
}

data "aws_security_group" "found" {
  name = "found"
}

resource "aws_default_security_group" "default" {
  ingress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"] # expect error: the default security group aws_default_security_group.default opens every port to the internet (0.0.0.0/0), whatever listens there now or later; allow single ports, from known sources
  }
}

# A rule that is added to a default group.
resource "aws_security_group_rule" "default" {
  security_group_id = aws_vpc.main.default_security_group_id
  type              = "ingress"
  from_port         = 3389
  to_port           = 3389
  protocol          = "tcp"
  cidr_blocks       = ["0.0.0.0/0"] # expect error: the default security group of aws_vpc.main opens port 3389 (RDP) to the internet (0.0.0.0/0), where anyone may try to take over the host; allow only known addresses or security groups
}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}
