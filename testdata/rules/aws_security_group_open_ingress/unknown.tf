variable "cidrs" {
  type = list(string)
}

variable "port" {
  type = number
}

variable "protocol" {
  type = string
}

variable "public" {
  type = bool
}

variable "rules" {
  type = list(any)
}

resource "aws_lb" "web" {
  security_groups = [aws_security_group.shared.id]
}

resource "aws_ecs_service" "web" {
  network_configuration {
    subnets         = ["subnet-1"]
    security_groups = [aws_security_group.task.id, aws_security_group.shared.id]
  }
}

resource "aws_security_group" "task" {
  name = "task"

  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = var.cidrs
  }
  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = var.public ? ["0.0.0.0/0"] : ["10.0.0.0/8"]
  }
  # It may be ICMP.
  ingress {
    from_port   = 3
    to_port     = 4
    protocol    = var.protocol
    cidr_blocks = ["0.0.0.0/0"]
  }
  ingress {
    from_port   = var.port
    to_port     = var.port
    protocol    = "icmp"
    cidr_blocks = ["0.0.0.0/0"]
  }
  dynamic "ingress" {
    for_each = var.rules

    content {
      from_port   = ingress.value.port
      to_port     = ingress.value.port
      protocol    = "tcp"
      cidr_blocks = ingress.value.cidrs
    }
  }
}

# The port may be one of a load balancer's.
resource "aws_security_group" "shared" {
  name = "shared"

  ingress {
    from_port   = var.port
    to_port     = var.port
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

# Nobody is known to use the group, so the port matters.
resource "aws_security_group" "server" {
  name = "server"

  ingress {
    from_port   = var.port
    to_port     = var.port
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
  ingress {
    from_port   = var.public ? 80 : 22
    to_port     = var.public ? 80 : 22
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_vpc_security_group_ingress_rule" "no_ports" {
  security_group_id = aws_security_group.task.id
  ip_protocol       = "tcp"
  cidr_ipv4         = "0.0.0.0/0"
}

# What kind of load balancer hands connections on is not known.
variable "target_group_arn" {
  type = string
}

resource "aws_ecs_service" "balanced" {
  network_configuration {
    subnets         = ["subnet-1"]
    security_groups = [aws_security_group.balanced.id]
  }

  load_balancer {
    target_group_arn = var.target_group_arn
    container_name   = "web"
    container_port   = 8080
  }
}

resource "aws_security_group" "balanced" {
  name = "balanced"

  ingress {
    from_port   = 8080
    to_port     = 8080
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}
