# A service as people write it in a hurry, on Fargate and on hosts. `make lint` shows what the plugin says of it.

variable "database_url" {
  type = string
}

resource "aws_ecr_repository" "shop" {
  name = "shop"
}

resource "aws_ecs_task_definition" "shop" {
  family                   = "shop"
  requires_compatibilities = ["EC2"]
  task_role_arn            = aws_iam_role.shop.arn

  # The image and the environment are known only after apply. What stands beside them is checked all the same.
  container_definitions = jsonencode([
    local.web,
    merge(local.web, { name = "agent", privileged = true }),
  ])
}

locals {
  web = {
    name        = "web"
    image       = "${aws_ecr_repository.shop.repository_url}:latest"
    environment = [{ name = "DATABASE_URL", value = var.database_url }]
  }
}

resource "aws_ecs_service" "shop" {
  name            = "shop"
  task_definition = aws_ecs_task_definition.shop.arn

  network_configuration {
    subnets         = ["subnet-0123456789abcdef0"]
    security_groups = [aws_security_group.shop.id]
  }
}

resource "aws_security_group" "shop" {
  name = "shop"

  ingress {
    protocol    = "tcp"
    from_port   = 22
    to_port     = 22
    cidr_blocks = ["0.0.0.0/0"]
  }

  egress {
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_iam_role" "shop" {
  name               = "shop"
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["ecs-tasks.amazonaws.com"]
    }
  }
}

resource "aws_iam_role_policy" "shop" {
  role   = aws_iam_role.shop.id
  policy = data.aws_iam_policy_document.shop.json
}

data "aws_iam_policy_document" "shop" {
  statement {
    sid       = "Queue"
    actions   = ["sqs:*"]
    resources = ["*"]
  }
}

# An agent on the hosts of the cluster.
resource "aws_ecs_task_definition" "agent" {
  family                   = "agent"
  requires_compatibilities = ["EC2"]
  network_mode             = "host"
  pid_mode                 = "host"

  container_definitions = <<EOF
[
  {
    "name": "agent",
    "image": "acme/agent",
    "user": "root",
    "memory": 256,
    "environment": [{"name": "API_TOKEN", "value": "s3cr3t-for-${aws_ecr_repository.shop.name}"}],
    "mountPoints": [{"sourceVolume": "docker", "containerPath": "/var/run/docker.sock"}]
  }
]
EOF

  volume {
    name      = "docker"
    host_path = "/var/run/docker.sock"
  }
}
