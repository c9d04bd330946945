# What is known is enough.

variable "port" {
  type = number
}

variable "public" {
  type = bool
}

variable "allowed" {
  type = list(string)
}

resource "aws_security_group" "partly" {
  name = "partly"

  # A range that begins at 22 holds 22.
  ingress {
    from_port   = 22
    to_port     = var.port
    protocol    = "tcp"
    cidr_blocks = concat(var.allowed, ["0.0.0.0/0"]) # expect error: security group "partly" opens port 22 (SSH) to the internet (0.0.0.0/0), where anyone may try to take over the host; allow only known addresses or security groups
  }
  ingress {
    from_port   = var.port
    to_port     = 3389
    protocol    = "tcp"
    cidr_blocks = var.public ? ["0.0.0.0/0"] : ["0.0.0.0/1", "128.0.0.0/1"] # expect error: security group "partly" opens port 3389 (RDP) to the internet (0.0.0.0/0), where anyone may try to take over the host; allow only known addresses or security groups
  }
  ingress {
    from_port   = var.port
    to_port     = var.port
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"] # expect error: security group "partly" opens every port to the internet (0.0.0.0/0), whatever listens there now or later; allow single ports, from known sources
  }
}

# Halves in rules of their own: each is as good as the world.
resource "aws_security_group_rule" "half" {
  for_each = toset([
    "0.0.0.0/1",   # expect error: security group "partly" opens port 22 (SSH) to the internet (0.0.0.0/1), where anyone may try to take over the host; allow only known addresses or security groups
    "128.0.0.0/1", # expect error: security group "partly" opens port 22 (SSH) to the internet (128.0.0.0/1), where anyone may try to take over the host; allow only known addresses or security groups
  ])
  security_group_id = aws_security_group.partly.id
  type              = "ingress"
  from_port         = 22
  to_port           = 22
  protocol          = "tcp"
  cidr_blocks       = [each.value]
}
