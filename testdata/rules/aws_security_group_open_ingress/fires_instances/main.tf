# Groups of one name, of which a service uses one.

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
    assign_public_ip = true
  }
}

resource "aws_vpc_security_group_ingress_rule" "resource" {
  security_group_id = aws_security_group.each["web"].id
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "0.0.0.0/0" # expect error: security group aws_security_group.each opens port 443 (HTTPS) of aws_ecs_service.web to the internet (0.0.0.0/0), which may connect to it directly; allow only the security groups of its clients, such as a load balancer's
}

resource "aws_vpc_security_group_ingress_rule" "module" {
  security_group_id = module.group["web"].id
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "0.0.0.0/0" # expect error: security group module.group.id opens port 443 (HTTPS) of aws_ecs_service.web to the internet (0.0.0.0/0), which may connect to it directly; allow only the security groups of its clients, such as a load balancer's
}

resource "aws_vpc_security_group_ingress_rule" "module_elsewhere" {
  security_group_id = module.group_elsewhere["web"].id
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "0.0.0.0/0" # expect error: security group module.group_elsewhere.id opens port 443 (HTTPS) of aws_ecs_service.web to the internet (0.0.0.0/0), which may connect to it directly; allow only the security groups of its clients, such as a load balancer's
}
