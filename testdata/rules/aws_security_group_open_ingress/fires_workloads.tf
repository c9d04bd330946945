# Any port of a group that tasks or nodes use.

variable "container_port" {
  type = number
}

variable "public" {
  type = bool
}

resource "aws_ecs_service" "web" {
  network_configuration {
    subnets          = ["subnet-1"]
    security_groups  = [aws_security_group.task.id, aws_security_group.shared.id]
    assign_public_ip = true
  }
}

resource "aws_lb" "web" {
  security_groups = [aws_security_group.shared.id]
}

resource "aws_security_group" "task" {
  name = "task"

  # Without a load balancer in the group 80 and 443 are no better.
  ingress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"] # expect error: security group "task" opens port 443 (HTTPS) of aws_ecs_service.web to the internet (0.0.0.0/0), which may connect to it directly; allow only the security groups of its clients, such as a load balancer's
  }
  # Whatever the port is.
  ingress {
    from_port   = var.container_port
    to_port     = var.container_port
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"] # expect error: security group "task" opens port var.container_port of aws_ecs_service.web to the internet (0.0.0.0/0), which may connect to it directly; allow only the security groups of its clients, such as a load balancer's
  }
  ingress {
    from_port   = var.public ? 80 : 8080
    to_port     = var.public ? 80 : 8080
    protocol    = "udp"
    cidr_blocks = ["0.0.0.0/0"] # expect error: security group "task" opens a UDP port of aws_ecs_service.web to the internet (0.0.0.0/0), which may connect to it directly; allow only the security groups of its clients, such as a load balancer's
  }
  ingress {
    from_port        = 8000
    to_port          = 8999
    protocol         = "tcp"
    ipv6_cidr_blocks = ["::/0"] # expect error: security group "task" opens ports 8000-8999 of aws_ecs_service.web to the internet (::/0), which may connect to it directly; allow only the security groups of its clients, such as a load balancer's
  }
  # A data store's port is as bad as any other.
  ingress {
    from_port   = 6379
    to_port     = 6379
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"] # expect error: security group "task" opens port 6379 (Redis) of aws_ecs_service.web to the internet (0.0.0.0/0), which may connect to it directly; allow only the security groups of its clients, such as a load balancer's
  }
  # Ping.
  ingress {
    from_port   = -1
    to_port     = -1
    protocol    = "icmp"
    cidr_blocks = ["0.0.0.0/0"] # expect notice: security group "task" opens ICMP of aws_ecs_service.web to the internet (0.0.0.0/0), which shows scanners that it is there; allow only messages that tell of failures
  }
  ingress {
    from_port        = 128
    to_port          = 0
    protocol         = "58"
    ipv6_cidr_blocks = ["::/0"] # expect notice: security group "task" opens ICMPv6 of aws_ecs_service.web to the internet (::/0), which shows scanners that it is there; allow only messages that tell of failures
  }
}

# Of a group that a load balancer uses too, all but 80 and 443.
resource "aws_security_group" "shared" {
  name = "shared"

  ingress {
    from_port   = 80
    to_port     = 80
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
  ingress {
    from_port   = 443
    to_port     = 444
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"] # expect error: security group "shared" opens ports 443-444 of aws_ecs_service.web to the internet (0.0.0.0/0), which may connect to it directly; allow only the security groups of its clients, such as a load balancer's
  }
}

# Nodes.
resource "aws_launch_template" "node" {
  vpc_security_group_ids = [aws_security_group.node.id]
}

resource "aws_eks_node_group" "main" {
  cluster_name = "main"

  launch_template {
    id      = aws_launch_template.node.id
    version = "1"
  }
}

resource "aws_security_group" "node" {
  name = "node"
}

resource "aws_vpc_security_group_ingress_rule" "node" {
  security_group_id = aws_security_group.node.id
  ip_protocol       = "tcp"
  from_port         = 30080
  to_port           = 30080
  cidr_ipv4         = "0.0.0.0/0" # expect error: security group "node" opens port 30080 of aws_launch_template.node to the internet (0.0.0.0/0), which may connect to it directly; allow only the security groups of its clients, such as a load balancer's
}

# Tasks have no public address by default. Whatever is in their network gets past the load balancer.
resource "aws_ecs_service" "private" {
  network_configuration {
    subnets         = ["subnet-1"]
    security_groups = [aws_security_group.private.id]
  }

  load_balancer {
    target_group_arn = aws_lb_target_group.private.arn
    container_name   = "web"
    container_port   = 8080
  }
}

resource "aws_lb_target_group" "private" {
  protocol    = "HTTP"
  target_type = "ip"
}

resource "aws_security_group" "private" {
  name = "private"

  ingress {
    from_port   = 8080
    to_port     = 8080
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"] # expect warning: security group "private" opens port 8080 of aws_ecs_service.private to every address (0.0.0.0/0), and so to whatever is in its network; allow only the security groups of its clients, such as a load balancer's
  }
}

# A network load balancer that speaks for its clients, and one that hands on another port.
resource "aws_ecs_service" "balanced" {
  network_configuration {
    subnets          = ["subnet-1"]
    security_groups  = [aws_security_group.balanced.id]
    assign_public_ip = false
  }

  load_balancer {
    target_group_arn = aws_lb_target_group.balanced.arn
    container_name   = "web"
    container_port   = 8080
  }

  load_balancer {
    target_group_arn = aws_lb_target_group.other.arn
    container_name   = "web"
    container_port   = 8443
  }
}

resource "aws_lb_target_group" "balanced" {
  protocol    = "TCP"
  target_type = "ip"
}

resource "aws_lb_target_group" "other" {
  protocol           = "TCP"
  target_type        = "ip"
  preserve_client_ip = true
}

resource "aws_security_group" "balanced" {
  name = "balanced"

  ingress {
    from_port   = 8080
    to_port     = 8080
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"] # expect warning: security group "balanced" opens port 8080 of aws_ecs_service.balanced to every address (0.0.0.0/0), and so to whatever is in its network; allow only the security groups of its clients, such as a load balancer's
  }
}
