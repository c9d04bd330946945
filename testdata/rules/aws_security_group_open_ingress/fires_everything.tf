# What the preset "all" adds.

resource "aws_ecs_service" "app" {
  network_configuration {
    subnets          = ["subnet-1"]
    security_groups  = [aws_security_group.app.id]
    assign_public_ip = true
  }
}

resource "aws_security_group" "app" {
  name = "app"

  ingress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["10.0.0.0/8", "32.0.0.0/3"] # expect notice: security group "app" opens every port to a large part of the internet (32.0.0.0/3), whatever listens there now or later; allow single ports, from known sources
  }
  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["52.0.0.0/7"] # expect notice: security group "app" opens port 22 (SSH) to a large part of the internet (52.0.0.0/7), where anyone may try to take over the host; allow only known addresses or security groups
  }
  ingress {
    from_port        = 8080
    to_port          = 8080
    protocol         = "tcp"
    ipv6_cidr_blocks = ["2000::/3"] # expect notice: security group "app" opens port 8080 of aws_ecs_service.app to a large part of the internet (2000::/3), which may connect to it directly; allow only the security groups of its clients, such as a load balancer's
  }
  # Not on the internet.
  ingress {
    from_port        = 8080
    to_port          = 8080
    protocol         = "tcp"
    cidr_blocks      = ["224.0.0.0/4", "10.0.0.0/8"]
    ipv6_cidr_blocks = ["fc00::/7", "4000::/3"]
  }
}

resource "aws_security_group" "database" {
  name = "database"

  ingress {
    from_port   = 5432
    to_port     = 5432
    protocol    = "tcp"
    cidr_blocks = ["32.0.0.0/3"] # expect notice: security group "database" opens port 5432 (PostgreSQL) to a large part of the internet (32.0.0.0/3), where anyone may try to read the data; allow only the security groups of its clients
  }
}
