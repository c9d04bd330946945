variable "cidrs" {
  type = list(string)
}

variable "protocol" {
  type = string
}

variable "port" {
  type = number
}

variable "public" {
  type = bool
}

variable "type" {
  type = string
}

variable "rules" {
  type = list(any)
}

resource "aws_security_group" "app" {
  name = "app"

  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = var.cidrs
  }
  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = [var.cidrs[0], "${var.cidrs[1]}/0", data.aws_vpc.main.cidr_block]
  }
  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = var.public ? ["0.0.0.0/0"] : ["10.0.0.0/8"]
  }
  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = concat(["10.0.0.0/8"], var.public ? ["0.0.0.0/0"] : [])
  }
  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = [var.public ? "0.0.0.0/0" : "10.0.0.0/8"]
  }
  egress {
    from_port   = 0
    to_port     = 0
    protocol    = var.protocol
    cidr_blocks = ["0.0.0.0/0"]
  }
  egress {
    from_port   = 0
    to_port     = 0
    protocol    = var.public ? "-1" : "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
  egress {
    from_port   = var.port
    to_port     = 65535
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
  dynamic "egress" {
    for_each = var.rules

    content {
      from_port   = egress.value.from_port
      to_port     = egress.value.to_port
      protocol    = egress.value.protocol
      cidr_blocks = ["0.0.0.0/0"]
    }
  }
}

resource "aws_security_group" "given" {
  name   = "given"
  egress = var.rules
}

resource "aws_security_group_rule" "either" {
  security_group_id = aws_security_group.app.id
  type              = var.type
  from_port         = 0
  to_port           = 0
  protocol          = "-1"
  cidr_blocks       = ["0.0.0.0/0"]
}

resource "aws_security_group_rule" "coalesced" {
  security_group_id = aws_security_group.app.id
  type              = "egress"
  from_port         = 0
  to_port           = 0
  protocol          = "-1"
  cidr_blocks       = coalescelist(var.cidrs, ["0.0.0.0/0"])
}

resource "aws_vpc_security_group_egress_rule" "data" {
  security_group_id = aws_security_group.app.id
  ip_protocol       = "-1"
  cidr_ipv4         = data.aws_vpc.main.cidr_block
}

data "aws_vpc" "main" {
  default = true
}
