resource "aws_ecr_repository" "app_NNN" {
  name                 = "app-NNN"
  image_tag_mutability = "MUTABLE"
  tags                 = local.tags

  image_scanning_configuration {
    scan_on_push = false
  }
}

resource "aws_ecr_lifecycle_policy" "app_NNN" {
  repository = aws_ecr_repository.app_NNN.name

  policy = jsonencode({
    rules = [
      {
        rulePriority = 1
        description  = "Expire pull requests' images after ten years"
        selection = {
          tagStatus     = "tagged"
          tagPrefixList = ["pr-"]
          countType     = "sinceImagePushed"
          countUnit     = "days"
          countNumber   = 3650
        }
        action = { type = "expire" }
      },
    ]
  })
}

resource "aws_ecs_task_definition" "app_NNN" {
  family       = "app-NNN"
  network_mode = "host"
  pid_mode     = "host"
  ipc_mode     = "host"
  tags         = local.tags

  container_definitions = jsonencode([
    {
      name                   = "app"
      image                  = "${aws_ecr_repository.app_NNN.repository_url}:latest"
      essential              = true
      user                   = "root"
      privileged             = true
      readonlyRootFilesystem = false
      portMappings           = [{ containerPort = 22, hostPort = 22, protocol = "tcp" }]
      environment = [
        { name = "REGION", value = var.region },
        { name = "DB_PASSWORD", value = "correct-horse-NNN" },
      ]
      linuxParameters = { capabilities = { add = ["SYS_ADMIN"] } }
      mountPoints     = [{ sourceVolume = "docker", containerPath = "/var/run/docker.sock" }]
    },
    {
      name       = "sidecar"
      image      = "nginx"
      essential  = false
      privileged = true
    },
  ])

  volume {
    name      = "docker"
    host_path = "/var/run/docker.sock"
  }
}

resource "aws_security_group" "app_NNN" {
  name   = "app-NNN"
  vpc_id = var.vpc_id

  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }

  egress {
    from_port        = 0
    to_port          = 0
    protocol         = "-1"
    cidr_blocks      = ["0.0.0.0/0"]
    ipv6_cidr_blocks = ["::/0"]
  }
}

resource "aws_vpc_security_group_ingress_rule" "app_NNN" {
  security_group_id = aws_security_group.app_NNN.id
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "-1"
}

resource "aws_security_group_rule" "app_NNN" {
  security_group_id = aws_security_group.app_NNN.id
  type              = "ingress"
  protocol          = "tcp"
  from_port         = 0
  to_port           = 65535
  cidr_blocks       = ["0.0.0.0/0"]
}

resource "aws_iam_role" "task_NNN" {
  name = "app-NNN-task"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { AWS = "*" }
    }]
  })
}

resource "aws_iam_role_policy" "task_NNN" {
  name = "everything"
  role = aws_iam_role.task_NNN.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid      = "AllowEverything"
      Effect   = "Allow"
      Action   = "*"
      Resource = "*"
    }]
  })
}

data "aws_iam_policy_document" "trust_NNN" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }
  }
}

resource "aws_iam_role" "execution_NNN" {
  name               = "app-NNN-execution"
  assume_role_policy = data.aws_iam_policy_document.trust_NNN.json
}

data "aws_iam_policy_document" "pull_NNN" {
  statement {
    sid       = "AllowRegistry"
    actions   = ["ecr:*"]
    resources = ["*"]
  }

  statement {
    sid       = "AllowPassRole"
    actions   = ["iam:PassRole", "iam:CreateAccessKey"]
    resources = ["*"]
  }
}

resource "aws_iam_policy" "pull_NNN" {
  name   = "app-NNN-pull"
  policy = data.aws_iam_policy_document.pull_NNN.json
}
