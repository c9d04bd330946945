# The service of the insecure example as it should be, on Fargate and on hosts: no rule has anything to say of it.

variable "image_digests" {
  type        = map(string)
  description = "The digests that the pipeline has built and scanned, by container."
  default = {
    web   = "sha256:0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0"
    agent = "sha256:1f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f1"
  }
}

locals {
  repositories = toset(["web", "agent"])

  # What every container has.
  container = {
    essential              = true
    user                   = "10001:10001"
    privileged             = false
    readonlyRootFilesystem = true
    memory                 = 256
    versionConsistency     = "enabled"
    linuxParameters        = { initProcessEnabled = true, capabilities = { drop = ["ALL"] } }
  }
}

resource "aws_ecr_registry_scanning_configuration" "this" {
  scan_type = "ENHANCED"

  rule {
    scan_frequency = "CONTINUOUS_SCAN"

    repository_filter {
      filter      = "*"
      filter_type = "WILDCARD"
    }
  }
}

resource "aws_ecr_repository" "this" {
  for_each             = local.repositories
  name                 = each.key
  image_tag_mutability = "IMMUTABLE"
}

resource "aws_ecr_lifecycle_policy" "this" {
  for_each   = aws_ecr_repository.this
  repository = each.value.name
  policy = jsonencode({
    rules = [{
      rulePriority = 1
      description  = "Keep the last 30 images"
      selection    = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 30 }
      action       = { type = "expire" }
    }]
  })
}

resource "aws_cloudwatch_log_group" "shop" {
  name              = "/ecs/shop"
  retention_in_days = 90
}

resource "aws_secretsmanager_secret" "database" {
  name = "shop/database"
}

resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 256
  memory                   = 512
  task_role_arn            = aws_iam_role.web.arn
  execution_role_arn       = aws_iam_role.execution.arn

  container_definitions = jsonencode([merge(local.container, {
    name         = "web"
    image        = "${aws_ecr_repository.this["web"].repository_url}@${var.image_digests["web"]}"
    portMappings = [{ containerPort = 8080 }]
    environment  = [{ name = "LOG_LEVEL", value = "info" }]
    secrets      = [{ name = "DATABASE_URL", valueFrom = aws_secretsmanager_secret.database.arn }]
    healthCheck  = { command = ["CMD", "/app/health"] }
    logConfiguration = {
      logDriver = "awslogs"
      options = {
        awslogs-group         = aws_cloudwatch_log_group.shop.name
        awslogs-region        = "eu-west-1"
        awslogs-stream-prefix = "web"
      }
    }
  })])
}

# On hosts: the security profiles are the container's business.
resource "aws_ecs_task_definition" "agent" {
  family                   = "agent"
  requires_compatibilities = ["EC2"]
  network_mode             = "awsvpc"
  task_role_arn            = aws_iam_role.web.arn
  execution_role_arn       = aws_iam_role.execution.arn

  container_definitions = jsonencode([merge(local.container, {
    name                  = "agent"
    image                 = "${aws_ecr_repository.this["agent"].repository_url}@${var.image_digests["agent"]}"
    dockerSecurityOptions = ["no-new-privileges", "apparmor:shop-agent"]
    healthCheck           = { command = ["CMD", "/agent", "health"] }
    logConfiguration = {
      logDriver = "awslogs"
      options = {
        awslogs-group         = aws_cloudwatch_log_group.shop.name
        awslogs-region        = "eu-west-1"
        awslogs-stream-prefix = "agent"
      }
    }
  })])
}

resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = aws_ecs_task_definition.web.arn

  network_configuration {
    subnets         = ["subnet-0123456789abcdef0"]
    security_groups = [aws_security_group.web.id]
  }
}

resource "aws_security_group" "web" {
  name = "web"
}

resource "aws_security_group" "load_balancer" {
  name = "load-balancer"
}

resource "aws_security_group" "endpoints" {
  name = "endpoints"
}

resource "aws_vpc_security_group_ingress_rule" "web" {
  security_group_id            = aws_security_group.web.id
  referenced_security_group_id = aws_security_group.load_balancer.id
  ip_protocol                  = "tcp"
  from_port                    = 8080
  to_port                      = 8080
}

resource "aws_vpc_security_group_egress_rule" "web" {
  security_group_id            = aws_security_group.web.id
  referenced_security_group_id = aws_security_group.endpoints.id
  ip_protocol                  = "tcp"
  from_port                    = 443
  to_port                      = 443
}

resource "aws_iam_role" "web" {
  name               = "web"
  assume_role_policy = data.aws_iam_policy_document.tasks.json
}

resource "aws_iam_role" "execution" {
  name               = "execution"
  assume_role_policy = data.aws_iam_policy_document.tasks.json
}

data "aws_iam_policy_document" "tasks" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["ecs-tasks.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [data.aws_caller_identity.current.account_id]
    }
  }
}

data "aws_caller_identity" "current" {}

resource "aws_iam_role_policy_attachment" "execution" {
  role       = aws_iam_role.execution.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy"
}

resource "aws_iam_role_policy" "secrets" {
  role   = aws_iam_role.execution.id
  policy = data.aws_iam_policy_document.secrets.json
}

data "aws_iam_policy_document" "secrets" {
  statement {
    sid       = "Database"
    actions   = ["secretsmanager:GetSecretValue"]
    resources = [aws_secretsmanager_secret.database.arn]
  }
}
