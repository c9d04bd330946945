# What holds whatever an unknown condition turns out to be.

variable "public" {
  type = bool
}

variable "port" {
  type = number
}

variable "more" {
  type = list(string)
}

resource "aws_security_group" "conditions" {
  name = "conditions"

  # The world in both branches, though not at the same place.
  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = var.public ? ["10.0.0.0/8", "0.0.0.0/0"] : ["0.0.0.0/0"] # expect notice: security group "conditions" allows connections to the whole internet (0.0.0.0/0) on every port; allow only the destinations and ports that are needed
  }
  # The world in other words in each branch.
  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = [var.public ? "0.0.0.0/0" : "0.0.0.0/1"] # expect notice: security group "conditions" allows connections to the whole internet (0.0.0.0/0) on every port; allow only the destinations and ports that are needed
  }
  # What else there is does not make it better.
  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = concat(var.more, ["0.0.0.0/0"]) # expect notice: security group "conditions" allows connections to the whole internet (0.0.0.0/0) on every port; allow only the destinations and ports that are needed
  }
  # With every protocol the ports are ignored.
  egress {
    from_port   = var.port
    to_port     = var.port
    protocol    = var.public ? "-1" : "all"
    cidr_blocks = ["0.0.0.0/0"] # expect notice: security group "conditions" allows connections to the whole internet (0.0.0.0/0) on every port; allow only the destinations and ports that are needed
  }
  # A rule that is there only sometimes was written to be there.
  dynamic "egress" {
    for_each = var.public ? [1] : []

    content {
      from_port   = 0
      to_port     = 0
      protocol    = "-1"
      cidr_blocks = ["0.0.0.0/0"] # expect notice: security group "conditions" allows connections to the whole internet (0.0.0.0/0) on every port; allow only the destinations and ports that are needed
    }
  }
}

# A rule for a group that may be one or another.
resource "aws_security_group_rule" "either" {
  security_group_id = var.public ? aws_security_group.conditions.id : aws_security_group.task.id
  type              = "egress"
  from_port         = 0
  to_port           = 0
  protocol          = "-1"
  cidr_blocks       = ["0.0.0.0/0"] # expect warning: security group "task" lets aws_ecs_service.app connect to the whole internet (0.0.0.0/0) on every port, to an attacker's servers too; allow only the destinations and ports that it needs
}

resource "aws_security_group" "task" {
  name = "task"
}

resource "aws_ecs_service" "app" {
  network_configuration {
    subnets         = ["subnet-1"]
    security_groups = [aws_security_group.task.id]
  }
}
