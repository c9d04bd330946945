resource "aws_lb" "web" {
  security_groups = [aws_security_group.load_balancer.id]
}

resource "aws_elb" "classic" {
  security_groups = [aws_security_group.shared.id]
}

resource "aws_ecs_service" "web" {
  network_configuration {
    subnets         = ["subnet-1"]
    security_groups = [aws_security_group.task.id, aws_security_group.shared.id]
  }
}

# A load balancer is there for the internet, on whatever port it listens.
resource "aws_security_group" "load_balancer" {
  name = "load-balancer"

  ingress {
    from_port        = 443
    to_port          = 443
    protocol         = "tcp"
    cidr_blocks      = ["0.0.0.0/0"]
    ipv6_cidr_blocks = ["::/0"]
  }
  ingress {
    from_port   = 8443
    to_port     = 8443
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_security_group" "shared" {
  name = "shared"

  ingress {
    from_port   = 80
    to_port     = 80
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_security_group" "task" {
  name = "task"

  ingress {
    from_port       = 8080
    to_port         = 8080
    protocol        = "tcp"
    security_groups = [aws_security_group.load_balancer.id]
  }
  ingress {
    from_port = 0
    to_port   = 0
    protocol  = "-1"
    self      = true
  }
  ingress {
    from_port       = 22
    to_port         = 22
    protocol        = "tcp"
    prefix_list_ids = ["pl-0123456789abcdef0"]
  }
  # Somebody's addresses are not the world.
  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/8", "203.0.113.0/29", "52.0.0.0/7"]
  }
  # What hosts need to find out how large a packet may be, and what tells of other failures.
  ingress {
    from_port   = 3
    to_port     = 4
    protocol    = "icmp"
    cidr_blocks = ["0.0.0.0/0"]
  }
  ingress {
    from_port        = 2
    to_port          = 0
    protocol         = "icmpv6"
    ipv6_cidr_blocks = ["::/0"]
  }
  # Port 0, on which nothing listens.
  ingress {
    from_port   = 0
    to_port     = 0
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
  # What leaves is another rule's business.
  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

# Other ports, for which no task or node uses the group.
resource "aws_security_group" "server" {
  name = "server"

  ingress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
  ingress {
    from_port   = 30080
    to_port     = 30080
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "udp"
    cidr_blocks = ["0.0.0.0/0"]
  }
  ingress {
    from_port   = -1
    to_port     = -1
    protocol    = "icmp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

# What answers behind an endpoint is AWS, and what may log in to nodes is no node.
resource "aws_vpc_endpoint" "ecr" {
  security_group_ids = [aws_security_group.server.id]
}

resource "aws_eks_node_group" "main" {
  cluster_name = "main"

  remote_access {
    source_security_group_ids = [aws_security_group.server.id]
  }
}

# A host that is no node, though it talks to a cluster.
resource "aws_instance" "bastion" {
  vpc_security_group_ids = [aws_security_group.server.id]
  user_data              = "aws eks update-kubeconfig --name ${aws_eks_cluster.main.name}"
}

resource "aws_eks_cluster" "main" {
  name = "main"
}

# A module may do anything with a group.
module "service" {
  source          = "terraform-aws-modules/ecs/aws//modules/service"
  security_groups = [aws_security_group.server.id]
}

resource "aws_security_group" "none" {
  count = 0
  name  = "none"

  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

# Files are what the server is there for.
resource "aws_transfer_server" "files" {
  endpoint_details {
    security_group_ids = [aws_security_group.files.id]
  }
}

resource "aws_security_group" "files" {
  name = "files"

  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

# Nothing comes in through a connector.
resource "aws_apprunner_vpc_connector" "main" {
  vpc_connector_name = "main"
  subnets            = ["subnet-1"]
  security_groups    = [aws_security_group.connector.id]
}

resource "aws_security_group" "connector" {
  name = "connector"

  ingress {
    from_port   = 8080
    to_port     = 8080
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

# A network load balancer that keeps the addresses of its clients: they have to be let in.
resource "aws_ecs_service" "radius" {
  network_configuration {
    subnets         = ["subnet-1"]
    security_groups = [aws_security_group.radius.id]
  }

  load_balancer {
    target_group_arn = aws_lb_target_group.radius.arn
    container_name   = "radius"
    container_port   = 1812
  }

  load_balancer {
    target_group_arn = aws_lb_target_group.mail.arn
    container_name   = "mail"
    container_port   = 25
  }
}

resource "aws_lb_target_group" "radius" {
  protocol    = "UDP"
  target_type = "ip"
}

resource "aws_lb_target_group" "mail" {
  protocol           = "TCP"
  target_type        = "ip"
  preserve_client_ip = "true"
}

resource "aws_security_group" "radius" {
  name = "radius"

  ingress {
    from_port   = 1812
    to_port     = 1812
    protocol    = "udp"
    cidr_blocks = ["0.0.0.0/0"]
  }
  ingress {
    from_port   = 25
    to_port     = 25
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}
