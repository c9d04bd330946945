resource "aws_ecs_service" "web" {
  name            = "web"
  cluster         = aws_ecs_cluster.main.id
  task_definition = aws_ecs_task_definition.web.arn

  network_configuration {
    subnets         = aws_subnet.private[*].id
    security_groups = [aws_security_group.web.id]
  }
}

resource "aws_security_group" "web" {
  name   = "web"
  vpc_id = aws_vpc.main.id

  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"] # expect warning: security group "web" lets aws_ecs_service.web connect to the whole internet (0.0.0.0/0) on every port, to an attacker's servers too; allow only the destinations and ports that it needs
  }
}

resource "aws_security_group" "database" {
  name   = "database"
  vpc_id = aws_vpc.main.id
}

resource "aws_vpc_security_group_egress_rule" "database" {
  security_group_id = aws_security_group.database.id
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0" # expect notice: security group "database" allows connections to the whole internet (0.0.0.0/0) on every port; allow only the destinations and ports that are needed
}
