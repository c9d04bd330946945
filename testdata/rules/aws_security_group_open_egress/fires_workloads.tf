# Every kind of workload that can use a group.

variable "more" {
  type = list(string)
}

variable "own" {
  type = bool
}

variable "group" {
  type = string
}

resource "aws_security_group" "service" {
  name   = "service"
  egress = [{ from_port = 0, to_port = 0, protocol = "-1", cidr_blocks = ["0.0.0.0/0"] }] # expect warning: security group "service" lets aws_ecs_service.service connect to the whole internet (0.0.0.0/0) on every port, to an attacker's servers too; allow only the destinations and ports that it needs
}

resource "aws_ecs_service" "service" {
  name = "service"

  network_configuration {
    subnets         = ["subnet-1"]
    security_groups = [aws_security_group.service.id]
  }
}

resource "aws_security_group" "task_set" {
  name   = "task_set"
  egress = [{ from_port = 0, to_port = 0, protocol = "-1", cidr_blocks = ["0.0.0.0/0"] }] # expect warning: security group "task_set" lets aws_ecs_task_set.set connect to the whole internet (0.0.0.0/0) on every port, to an attacker's servers too; allow only the destinations and ports that it needs
}

resource "aws_ecs_task_set" "set" {
  network_configuration {
    subnets         = ["subnet-1"]
    security_groups = [aws_security_group.task_set.id]
  }
}

resource "aws_security_group" "express" {
  name   = "express"
  egress = [{ from_port = 0, to_port = 0, protocol = "-1", cidr_blocks = ["0.0.0.0/0"] }] # expect warning: security group "express" lets aws_ecs_express_gateway_service.express connect to the whole internet (0.0.0.0/0) on every port, to an attacker's servers too; allow only the destinations and ports that it needs
}

resource "aws_ecs_express_gateway_service" "express" {
  network_configuration {
    subnets         = ["subnet-1"]
    security_groups = [aws_security_group.express.id]
  }
}

resource "aws_security_group" "managed" {
  name   = "managed"
  egress = [{ from_port = 0, to_port = 0, protocol = "-1", cidr_blocks = ["0.0.0.0/0"] }] # expect warning: security group "managed" lets aws_ecs_capacity_provider.managed connect to the whole internet (0.0.0.0/0) on every port, to an attacker's servers too; allow only the destinations and ports that it needs
}

resource "aws_ecs_capacity_provider" "managed" {
  name    = "managed"
  cluster = "main"

  managed_instances_provider {
    instance_launch_template {
      network_configuration {
        subnets         = ["subnet-1"]
        security_groups = [aws_security_group.managed.id]
      }
    }
  }
}

resource "aws_security_group" "event" {
  name   = "event"
  egress = [{ from_port = 0, to_port = 0, protocol = "-1", cidr_blocks = ["0.0.0.0/0"] }] # expect warning: security group "event" lets aws_cloudwatch_event_target.nightly connect to the whole internet (0.0.0.0/0) on every port, to an attacker's servers too; allow only the destinations and ports that it needs
}

resource "aws_cloudwatch_event_target" "nightly" {
  rule = "nightly"
  arn  = "arn:aws:ecs:eu-west-1:111122223333:cluster/main"

  ecs_target {
    task_definition_arn = "arn:aws:ecs:eu-west-1:111122223333:task-definition/nightly"

    network_configuration {
      subnets         = ["subnet-1"]
      security_groups = [aws_security_group.event.id]
    }
  }
}

resource "aws_security_group" "schedule" {
  name   = "schedule"
  egress = [{ from_port = 0, to_port = 0, protocol = "-1", cidr_blocks = ["0.0.0.0/0"] }] # expect warning: security group "schedule" lets aws_scheduler_schedule.hourly connect to the whole internet (0.0.0.0/0) on every port, to an attacker's servers too; allow only the destinations and ports that it needs
}

resource "aws_scheduler_schedule" "hourly" {
  schedule_expression = "rate(1 hour)"

  target {
    arn = "arn:aws:ecs:eu-west-1:111122223333:cluster/main"

    ecs_parameters {
      task_definition_arn = "arn:aws:ecs:eu-west-1:111122223333:task-definition/hourly"

      network_configuration {
        subnets         = ["subnet-1"]
        security_groups = [aws_security_group.schedule.id]
      }
    }
  }
}

resource "aws_security_group" "pipe" {
  name   = "pipe"
  egress = [{ from_port = 0, to_port = 0, protocol = "-1", cidr_blocks = ["0.0.0.0/0"] }] # expect warning: security group "pipe" lets aws_pipes_pipe.orders connect to the whole internet (0.0.0.0/0) on every port, to an attacker's servers too; allow only the destinations and ports that it needs
}

resource "aws_pipes_pipe" "orders" {
  target_parameters {
    ecs_task_parameters {
      task_definition_arn = "arn:aws:ecs:eu-west-1:111122223333:task-definition/orders"

      network_configuration {
        aws_vpc_configuration {
          subnets         = ["subnet-1"]
          security_groups = [aws_security_group.pipe.id]
        }
      }
    }
  }
}

resource "aws_security_group" "runner" {
  name   = "runner"
  egress = [{ from_port = 0, to_port = 0, protocol = "-1", cidr_blocks = ["0.0.0.0/0"] }] # expect warning: security group "runner" lets aws_apprunner_vpc_connector.runner connect to the whole internet (0.0.0.0/0) on every port, to an attacker's servers too; allow only the destinations and ports that it needs
}

resource "aws_apprunner_vpc_connector" "runner" {
  vpc_connector_name = "runner"
  subnets            = ["subnet-1"]
  security_groups    = [aws_security_group.runner.id]
}

resource "aws_security_group" "batch" {
  name   = "batch"
  egress = [{ from_port = 0, to_port = 0, protocol = "-1", cidr_blocks = ["0.0.0.0/0"] }] # expect warning: security group "batch" lets aws_batch_compute_environment.spot connect to the whole internet (0.0.0.0/0) on every port, to an attacker's servers too; allow only the destinations and ports that it needs
}

resource "aws_batch_compute_environment" "spot" {
  type = "MANAGED"

  compute_resources {
    type               = "SPOT"
    security_group_ids = [aws_security_group.batch.id]
  }
}

resource "aws_security_group" "cluster" {
  name   = "cluster"
  egress = [{ from_port = 0, to_port = 0, protocol = "-1", cidr_blocks = ["0.0.0.0/0"] }] # expect warning: security group "cluster" lets aws_eks_cluster.main connect to the whole internet (0.0.0.0/0) on every port, to an attacker's servers too; allow only the destinations and ports that it needs
}

resource "aws_eks_cluster" "main" {
  name = "main"

  vpc_config {
    subnet_ids         = ["subnet-1"]
    security_group_ids = [aws_security_group.cluster.id]
  }
}

# The group that EKS makes is the nodes', too.
resource "aws_vpc_security_group_egress_rule" "cluster" {
  security_group_id = aws_eks_cluster.main.vpc_config[0].cluster_security_group_id
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0" # expect warning: the security group of aws_eks_cluster.main lets aws_eks_cluster.main connect to the whole internet (0.0.0.0/0) on every port, to an attacker's servers too; allow only the destinations and ports that it needs
}

# How a workload names its groups.

resource "aws_security_group" "through_locals" {
  name   = "through_locals"
  egress = [{ from_port = 0, to_port = 0, protocol = "-1", cidr_blocks = ["0.0.0.0/0"] }] # expect warning: security group "through_locals" lets aws_ecs_service.through_locals connect to the whole internet (0.0.0.0/0) on every port, to an attacker's servers too; allow only the destinations and ports that it needs
}

locals {
  groups  = concat([aws_security_group.through_locals.id], var.more)
  by_name = { web = local.groups, other = [] }
}

resource "aws_ecs_service" "through_locals" {
  dynamic "network_configuration" {
    for_each = var.own ? [1] : []

    content {
      subnets         = ["subnet-1"]
      security_groups = local.by_name["web"]
    }
  }
}

resource "aws_security_group" "counted" {
  count  = var.own ? 1 : 0
  name   = "counted"
  egress = [{ from_port = 0, to_port = 0, protocol = "-1", cidr_blocks = ["0.0.0.0/0"] }] # expect warning: security group "counted" lets aws_ecs_service.counted connect to the whole internet (0.0.0.0/0) on every port, to an attacker's servers too; allow only the destinations and ports that it needs
}

resource "aws_ecs_service" "counted" {
  network_configuration {
    subnets         = ["subnet-1"]
    security_groups = compact([join("", aws_security_group.counted[*].id), var.group])
  }
}

# A group of which only the id is known, for a rule and for the service.
resource "aws_security_group_rule" "variable" {
  security_group_id = var.group
  type              = "egress"
  from_port         = 0
  to_port           = 0
  protocol          = "-1"
  cidr_blocks       = ["0.0.0.0/0"] # expect warning: security group var.group lets aws_ecs_service.counted connect to the whole internet (0.0.0.0/0) on every port, to an attacker's servers too; allow only the destinations and ports that it needs
}

resource "aws_security_group_rule" "literal" {
  security_group_id = "sg-0123456789abcdef0"
  type              = "egress"
  from_port         = 0
  to_port           = 0
  protocol          = "-1"
  cidr_blocks       = ["0.0.0.0/0"] # expect warning: security group sg-0123456789abcdef0 lets aws_ecs_service.literal connect to the whole internet (0.0.0.0/0) on every port, to an attacker's servers too; allow only the destinations and ports that it needs
}

resource "aws_ecs_service" "literal" {
  network_configuration {
    subnets         = ["subnet-1"]
    security_groups = ["sg-0123456789abcdef0"]
  }
}
