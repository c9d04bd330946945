# What the preset "all" adds.

resource "aws_ecs_service" "app" {
  network_configuration {
    subnets         = ["subnet-1"]
    security_groups = [aws_security_group.app.id]
  }
}

resource "aws_security_group" "app" {
  name = "app"

  egress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"] # expect notice: security group "app" lets aws_ecs_service.app connect to the whole internet (0.0.0.0/0) on port 443 (HTTPS); allow only the destinations that it needs
  }
  egress {
    from_port   = 1024
    to_port     = 2048
    protocol    = "udp"
    cidr_blocks = ["0.0.0.0/0"] # expect notice: security group "app" lets aws_ecs_service.app connect to the whole internet (0.0.0.0/0) on UDP ports 1024-2048; allow only the destinations that it needs
  }
  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["10.0.0.0/8", "32.0.0.0/3"] # expect notice: security group "app" allows connections to a large part of the internet (32.0.0.0/3) on every port; allow only the destinations and ports that are needed
  }
  egress {
    from_port        = 0
    to_port          = 0
    protocol         = "-1"
    ipv6_cidr_blocks = ["2000::/3"] # expect notice: security group "app" allows connections to a large part of the internet (2000::/3) on every port; allow only the destinations and ports that are needed
  }
}

# Of groups that no workload uses, single ports are nobody's concern here.
resource "aws_security_group" "other" {
  name = "other"

  egress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}
