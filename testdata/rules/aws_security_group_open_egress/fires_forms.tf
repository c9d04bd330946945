# Every form that a rule can be written in.

variable "extra" {
  type = list(string)
}

resource "aws_ecs_service" "app" {
  name = "app"

  network_configuration {
    subnets = ["subnet-1"]
    security_groups = [
      aws_security_group.blocks.id, aws_security_group.dynamic.id, aws_security_group.attribute.id, aws_security_group.made.id,
      aws_security_group.older.id, aws_security_group.newer.id, aws_default_security_group.default.id,
    ]
  }
}

resource "aws_security_group" "blocks" {
  name = "blocks"

  egress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/8"]
  }
  # The second block counts, too, and among many addresses the one that is everything.
  egress {
    from_port = 0
    to_port   = 0
    protocol  = "-1"
    cidr_blocks = [
      "10.0.0.0/8",
      "0.0.0.0/0", # expect warning: security group "blocks" lets aws_ecs_service.app connect to the whole internet (0.0.0.0/0) on every port, to an attacker's servers too; allow only the destinations and ports that it needs
    ]
  }
}

resource "aws_security_group" "dynamic" {
  name = "dynamic"

  dynamic "egress" {
    for_each = ["10.0.0.0/8", "0.0.0.0/0"] # expect warning: security group "dynamic" lets aws_ecs_service.app connect to the whole internet (0.0.0.0/0) on every port, to an attacker's servers too; allow only the destinations and ports that it needs
    content {
      from_port   = 0
      to_port     = 0
      protocol    = "all"
      cidr_blocks = [egress.value]
    }
  }
}

resource "aws_security_group" "attribute" {
  name = "attribute"

  egress = [
    {
      description      = "everything"
      from_port        = 0
      to_port          = 0
      protocol         = "-1"
      cidr_blocks      = ["0.0.0.0/0"] # expect warning: security group "attribute" lets aws_ecs_service.app connect to the whole internet (0.0.0.0/0) on every port, to an attacker's servers too; allow only the destinations and ports that it needs
      ipv6_cidr_blocks = []
      prefix_list_ids  = []
      security_groups  = []
      self             = false
    },
  ]
}

resource "aws_security_group" "made" {
  name = "made"

  egress = concat([for cidr in ["0.0.0.0/0"] : { # expect warning: security group "made" lets aws_ecs_service.app connect to the whole internet (0.0.0.0/0) on every port, to an attacker's servers too; allow only the destinations and ports that it needs
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = [cidr]
    }], [for cidr in var.extra : {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = [cidr]
  }])
}

resource "aws_security_group" "older" {
  name = "older"
}

resource "aws_security_group_rule" "older" {
  security_group_id = aws_security_group.older.id
  type              = "egress"
  from_port         = 0
  to_port           = 65535
  protocol          = "-1"
  cidr_blocks       = ["0.0.0.0/0"] # expect warning: security group "older" lets aws_ecs_service.app connect to the whole internet (0.0.0.0/0) on every port, to an attacker's servers too; allow only the destinations and ports that it needs
}

resource "aws_security_group" "newer" {
  name = "newer"
}

resource "aws_vpc_security_group_egress_rule" "newer" {
  security_group_id = aws_security_group.newer.id
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0" # expect warning: security group "newer" lets aws_ecs_service.app connect to the whole internet (0.0.0.0/0) on every port, to an attacker's servers too; allow only the destinations and ports that it needs
}

resource "aws_vpc_security_group_egress_rule" "newer_ipv6" {
  security_group_id = aws_security_group.newer.id
  ip_protocol       = "-1"
  cidr_ipv6         = "::/0" # expect warning: security group "newer" lets aws_ecs_service.app connect to the whole internet (::/0) on every port, to an attacker's servers too; allow only the destinations and ports that it needs
}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_default_security_group" "default" {
  vpc_id = aws_vpc.main.id

  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"] # expect warning: the default security group aws_default_security_group.default lets aws_ecs_service.app connect to the whole internet (0.0.0.0/0) on every port, to an attacker's servers too; allow only the destinations and ports that it needs
  }
}

# A rule that is added to the default group, which has two names.
resource "aws_security_group_rule" "default" {
  security_group_id = aws_vpc.main.default_security_group_id
  type              = "egress"
  from_port         = 0
  to_port           = 0
  protocol          = "all"
  ipv6_cidr_blocks  = ["::/0"] # expect warning: the default security group of aws_vpc.main lets aws_ecs_service.app connect to the whole internet (::/0) on every port, to an attacker's servers too; allow only the destinations and ports that it needs
}
