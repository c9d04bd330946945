variable "admin_cidrs" {
  type    = list(string)
  default = ["0.0.0.0/0"]
}

variable "rules" {
  type = map(object({ port = number, cidr = string }))
}

resource "aws_security_group" "app" {
  name = "app"
}

resource "aws_vpc_security_group_ingress_rule" "given" {
  for_each          = var.rules # expect error: security group "app" opens port 2375 (Docker) to the internet (0.0.0.0/0), where anyone may try to take over the host; allow only known addresses or security groups
  security_group_id = aws_security_group.app.id
  ip_protocol       = "tcp"
  from_port         = each.value.port
  to_port           = each.value.port
  cidr_ipv4         = each.value.cidr
}

resource "aws_security_group_rule" "admin" {
  security_group_id = aws_security_group.app.id
  type              = "ingress"
  from_port         = 22
  to_port           = 22
  protocol          = "tcp"
  cidr_blocks       = var.admin_cidrs # expect error: security group "app" opens port 22 (SSH) to the internet (0.0.0.0/0), where anyone may try to take over the host; allow only known addresses or security groups
}
