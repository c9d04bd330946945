variable "access_key" {
  type = string
}

variable "parameter" {
  type = string
}

variable "definitions" {
  type = string
}

variable "environment" {
  type = map(string)
}

variable "user_data" {
  type = string
}

# The key, and what is kept, may be anything.
module "user" {
  source = "terraform-aws-modules/iam/aws//modules/iam-user"
  name   = "ci"
}

resource "aws_iam_access_key" "ci" {
  user = "ci"
}

resource "aws_ssm_parameter" "some" {
  name  = "/some"
  type  = "SecureString"
  value = var.access_key
}

resource "aws_ssm_parameter" "ci" {
  for_each = var.environment
  name     = "/ci/${each.key}"
  type     = "SecureString"
  value    = aws_iam_access_key.ci.secret
}

resource "aws_ecs_task_definition" "some" {
  family = "some"
  container_definitions = jsonencode([
    {
      name  = "web"
      image = "web:1.4.2"
      environment = concat(
        [for name, value in var.environment : { name = name, value = value }],
        [
          { name = "AWS_ACCESS_KEY_ID", value = var.access_key },
          { name = "S3_ID", value = module.user.access_key_id },
        ],
      )
      secrets = [
        { name = "A", valueFrom = aws_ssm_parameter.some.arn },
        { name = "B", valueFrom = var.parameter },
        { name = "C", valueFrom = "/ci/${var.parameter}" },
      ]
    },
  ])
}

resource "aws_ecs_task_definition" "definitions" {
  family                = "definitions"
  container_definitions = var.definitions
}

resource "aws_instance" "some" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"
  user_data     = var.user_data
}

resource "aws_codebuild_project" "some" {
  name         = "some"
  service_role = "arn:aws:iam::111122223333:role/build"

  artifacts {
    type = "NO_ARTIFACTS"
  }

  environment {
    compute_type = "BUILD_GENERAL1_SMALL"
    image        = "aws/codebuild/standard:7.0"
    type         = "LINUX_CONTAINER"

    environment_variable {
      name  = "AWS_SECRET_ACCESS_KEY"
      type  = "PARAMETER_STORE"
      value = var.parameter
    }
  }

  source {
    type      = "NO_SOURCE"
    buildspec = file("${path.module}/missing.yml")
  }
}
