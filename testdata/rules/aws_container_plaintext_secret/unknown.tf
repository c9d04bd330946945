variable "db_password" {
  type = string
}

variable "environment" {
  type = map(string)
}

variable "token" {
  type = string
}

module "db" {
  source = "terraform-aws-modules/rds/aws"
}

data "aws_ssm_parameter" "setting" {
  name = "/app/setting"
}

resource "random_password" "db" {
  length = 32
}

resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    {
      name  = "web"
      image = "web:1.4.2"
      environment = concat(
        [for name, value in var.environment : { name = name, value = value }],
        [
          { name = "DB_PASSWORD", value = var.db_password },
          { name = "DB_USER_PASSWORD", value = module.db.password },
          { name = "DATABASE_URL", value = "postgres://app:${var.db_password}@db" },
          { name = var.token, value = "5f2b8c1d9e" },
          { name = "SETTING", value = data.aws_ssm_parameter.setting.value },
          { name = "TOKEN", value = var.token == "" ? random_password.db.result : "none" },
        ],
      )
      command = ["serve", "--password", var.db_password]
    }
  ])
}

resource "aws_batch_job_definition" "job" {
  name                 = "job"
  type                 = "container"
  container_properties = <<JSON
{ "image": "job:1.4.2", "environment": ${jsonencode(var.environment)}, "command": ["${var.token}"] }
JSON
}

resource "aws_apprunner_service" "web" {
  service_name = "web"

  source_configuration {
    image_repository {
      image_identifier      = "public.ecr.aws/example/web:1.4.2"
      image_repository_type = "ECR_PUBLIC"

      image_configuration {
        runtime_environment_variables = merge(var.environment, { API_TOKEN = var.token })
      }
    }
  }
}
