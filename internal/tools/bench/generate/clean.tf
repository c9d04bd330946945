resource "aws_ecr_repository" "app_NNN" {
  name                 = "app-NNN"
  image_tag_mutability = "IMMUTABLE"
  tags                 = local.tags

  image_scanning_configuration {
    scan_on_push = true
  }

  encryption_configuration {
    encryption_type = "KMS"
  }
}

resource "aws_ecr_lifecycle_policy" "app_NNN" {
  repository = aws_ecr_repository.app_NNN.name

  policy = jsonencode({
    rules = [
      {
        rulePriority = 1
        description  = "Expire untagged images"
        selection    = { tagStatus = "untagged", countType = "sinceImagePushed", countUnit = "days", countNumber = 7 }
        action       = { type = "expire" }
      },
      {
        rulePriority = 2
        description  = "Keep the last 30 images"
        selection    = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 30 }
        action       = { type = "expire" }
      },
    ]
  })
}

resource "aws_ecs_task_definition" "app_NNN" {
  family                   = "app-NNN"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 256
  memory                   = 512
  task_role_arn            = aws_iam_role.task_NNN.arn
  execution_role_arn       = aws_iam_role.execution_NNN.arn
  tags                     = local.tags

  container_definitions = jsonencode([
    {
      name                   = "app"
      image                  = "${aws_ecr_repository.app_NNN.repository_url}@${var.image_digest}"
      essential              = true
      user                   = "10001:10001"
      privileged             = false
      readonlyRootFilesystem = true
      cpu                    = 256
      memory                 = 512
      portMappings           = [{ containerPort = 8080, protocol = "tcp" }]
      environment            = [{ name = "REGION", value = var.region }, { name = "LOG_LEVEL", value = "info" }]
      linuxParameters        = { capabilities = { drop = ["ALL"] }, initProcessEnabled = true }
      healthCheck            = { command = ["CMD", "/app", "health"], interval = 30, retries = 3, timeout = 5 }
      logConfiguration = {
        logDriver = "awslogs"
        options = {
          "awslogs-group"         = "/ecs/app-NNN"
          "awslogs-region"        = var.region
          "awslogs-stream-prefix" = "app"
        }
      }
    },
  ])
}

resource "aws_security_group" "app_NNN" {
  name        = "app-NNN"
  description = "Tasks of app NNN"
  vpc_id      = var.vpc_id
  tags        = local.tags
}

resource "aws_vpc_security_group_ingress_rule" "app_NNN" {
  security_group_id            = aws_security_group.app_NNN.id
  description                  = "From the load balancer"
  referenced_security_group_id = var.load_balancer_security_group
  ip_protocol                  = "tcp"
  from_port                    = 8080
  to_port                      = 8080
}

resource "aws_security_group_rule" "app_NNN" {
  security_group_id = aws_security_group.app_NNN.id
  description       = "To the VPC endpoints"
  type              = "egress"
  protocol          = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_blocks       = [var.vpc_cidr]
}

resource "aws_iam_role" "task_NNN" {
  name = "app-NNN-task"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "ecs-tasks.amazonaws.com" }
      Condition = { StringEquals = { "aws:SourceAccount" = "111122223333" } }
    }]
  })
}

resource "aws_iam_role_policy" "task_NNN" {
  name = "queue"
  role = aws_iam_role.task_NNN.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid      = "ReadQueue"
      Effect   = "Allow"
      Action   = ["sqs:ReceiveMessage", "sqs:DeleteMessage"]
      Resource = "arn:aws:sqs:${var.region}:111122223333:app-NNN"
    }]
  })
}

data "aws_iam_policy_document" "trust_NNN" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["ecs-tasks.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = ["111122223333"]
    }
  }
}

resource "aws_iam_role" "execution_NNN" {
  name               = "app-NNN-execution"
  assume_role_policy = data.aws_iam_policy_document.trust_NNN.json
}

data "aws_iam_policy_document" "pull_NNN" {
  statement {
    sid       = "AllowPull"
    actions   = ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer", "ecr:BatchCheckLayerAvailability"]
    resources = [aws_ecr_repository.app_NNN.arn]
  }

  statement {
    sid       = "AllowLogs"
    actions   = ["logs:CreateLogStream", "logs:PutLogEvents"]
    resources = ["arn:aws:logs:${var.region}:111122223333:log-group:/ecs/app-NNN:*"]
  }
}

resource "aws_iam_policy" "pull_NNN" {
  name   = "app-NNN-pull"
  policy = data.aws_iam_policy_document.pull_NNN.json
}
