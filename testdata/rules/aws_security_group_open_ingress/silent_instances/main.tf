# Groups of one name are told apart by their keys.

variable "services" {
  type = map(string)
}

resource "aws_security_group" "each" {
  for_each = var.services
  name     = each.key
}

module "group" {
  source   = "./group"
  for_each = var.services
}

module "group_elsewhere" {
  source   = "example.com/group/aws"
  for_each = var.services
}

resource "aws_ecs_service" "web" {
  network_configuration {
    subnets = ["subnet-1"]
    security_groups = [
      aws_security_group.each["web"].id, module.group["web"].id, module.group_elsewhere["web"].id,
    ]
  }
}

resource "aws_vpc_security_group_ingress_rule" "resource" {
  security_group_id = aws_security_group.each["load-balancer"].id
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_vpc_security_group_ingress_rule" "module" {
  security_group_id = module.group["load-balancer"].id
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_vpc_security_group_ingress_rule" "module_elsewhere" {
  security_group_id = module.group_elsewhere["load-balancer"].id
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "0.0.0.0/0"
}
