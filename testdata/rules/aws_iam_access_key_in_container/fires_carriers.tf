variable "enabled" {
  type = bool
}

variable "extra" {
  type = map(string)
}

resource "aws_iam_user" "robots" {
  for_each = toset(["reader", "writer"])
  name     = "robot-${each.key}"
}

resource "aws_iam_access_key" "robots" {
  for_each = aws_iam_user.robots
  user     = each.value.name
}

resource "aws_iam_access_key" "perhaps" {
  count = var.enabled ? 1 : 0
  user  = "perhaps"
}

locals {
  writer = aws_iam_access_key.robots["writer"]
  environment = {
    LOG_LEVEL             = "info"
    AWS_SECRET_ACCESS_KEY = local.writer.secret # expect error: the container of aws_ecs_express_gateway_service.web is given aws_iam_access_key.robots["writer"].secret of user "robot-writer" in clear, a key that works for whoever has it until it is deleted; allow the task role what its user may do, and remove the key
  }
}

resource "aws_batch_job_definition" "job" {
  name = "job"
  type = "container"
  container_properties = jsonencode({
    image       = "job:1.4.2"
    environment = [for name, value in merge(var.extra, local.environment) : { name = name, value = value }]
  })
}

resource "aws_batch_job_definition" "pod" {
  name = "pod"
  type = "container"

  eks_properties {
    pod_properties {
      containers {
        image = "job:1.4.2"
        args  = ["sync", "--secret-key", aws_iam_access_key.robots["reader"].secret] # expect error: the container of aws_batch_job_definition.pod is given aws_iam_access_key.robots["reader"].secret of user "robot-reader" in clear, a key that works for whoever has it until it is deleted; allow the role of the pod's service account what its user may do, and remove the key
      }
    }
  }
}

resource "aws_apprunner_service" "image" {
  service_name = "image"

  source_configuration {
    image_repository {
      image_identifier      = "public.ecr.aws/example/web:1.4.2"
      image_repository_type = "ECR_PUBLIC"

      image_configuration {
        runtime_environment_variables = {
          AWS_SECRET_ACCESS_KEY = one(aws_iam_access_key.perhaps[*].secret) # expect error: the container of aws_apprunner_service.image is given aws_iam_access_key.perhaps.secret of user "perhaps" in clear, a key that works for whoever has it until it is deleted; allow the instance role what its user may do, and remove the key
        }
      }
    }
  }
}

resource "aws_apprunner_service" "code" {
  service_name = "code"

  source_configuration {
    code_repository {
      repository_url = "https://github.com/example/app"

      code_configuration {
        configuration_source = "API"

        code_configuration_values {
          runtime = "NODEJS_22"
          runtime_environment_variables = {
            AWS_ACCESS_KEY_ID = try(aws_iam_access_key.perhaps[0].id, "") # expect warning: service aws_apprunner_service.code is given aws_iam_access_key.perhaps[0].id of user "perhaps", a key that works for whoever has it until it is deleted; allow the instance role what its user may do, and remove the key
          }
        }
      }
    }
  }
}

resource "aws_ecs_express_gateway_service" "web" {
  execution_role_arn      = "arn:aws:iam::111122223333:role/execution"
  infrastructure_role_arn = "arn:aws:iam::111122223333:role/infrastructure"

  primary_container {
    image = "public.ecr.aws/example/web:1.4.2"

    dynamic "environment" {
      for_each = local.environment
      content {
        name  = environment.key
        value = environment.value
      }
    }
  }
}

resource "aws_ecs_daemon_task_definition" "agent" {
  family = "agent"

  container_definition {
    name  = "agent"
    image = "public.ecr.aws/example/agent:1.4.2"

    log_configuration {
      log_driver = "awsfirelens"
      options = {
        Name       = "s3"
        secret_key = local.writer.secret # expect error: container "agent" is given aws_iam_access_key.robots["writer"].secret of user "robot-writer" in clear, a key that works for whoever has it until it is deleted; allow the task role what its user may do, and remove the key
      }
    }
  }
}

resource "aws_lambda_function" "image" {
  function_name = "image"
  role          = "arn:aws:iam::111122223333:role/function"
  package_type  = "Image"
  image_uri     = "111122223333.dkr.ecr.eu-west-1.amazonaws.com/function:1.4.2"

  environment {
    variables = {
      S3_SECRET_ACCESS_KEY = var.enabled ? local.writer.secret : "none" # expect error: function aws_lambda_function.image is given aws_iam_access_key.robots["writer"].secret of user "robot-writer" in clear, a key that works for whoever has it until it is deleted; allow the function's role what its user may do, and remove the key
    }
  }
}

resource "aws_ecs_task_definition" "texts" {
  family = "texts"
  container_definitions = jsonencode([
    {
      name        = "health"
      image       = "web:1.4.2"
      healthCheck = { command = ["CMD-SHELL", "AWS_SECRET_ACCESS_KEY=${local.writer.secret} aws s3 ls"] } # expect error: container "health" is given aws_iam_access_key.robots["writer"].secret of user "robot-writer" in clear, a key that works for whoever has it until it is deleted; allow the task role what its user may do, and remove the key
    },
    {
      name         = "label"
      image        = "web:1.4.2"
      dockerLabels = { key = local.writer.id } # expect warning: container "label" is given aws_iam_access_key.robots["writer"].id of user "robot-writer", a key that works for whoever has it until it is deleted; allow the task role what its user may do, and remove the key
    },
    {
      name    = "nested"
      image   = "web:1.4.2"
      command = ["serve", base64encode(jsonencode({ s3 = { secretKey = local.writer.secret } }))] # expect error: container "nested" is given aws_iam_access_key.robots["writer"].secret of user "robot-writer" in clear, a key that works for whoever has it until it is deleted; allow the task role what its user may do, and remove the key
    },
    {
      name    = "by mistake"
      image   = "web:1.4.2"
      secrets = [{ name = "AWS_SECRET_ACCESS_KEY", valueFrom = local.writer.secret }] # expect error: container "by mistake" is given aws_iam_access_key.robots["writer"].secret of user "robot-writer" in clear, a key that works for whoever has it until it is deleted; allow the task role what its user may do, and remove the key
    },
    {
      name  = "one or none"
      image = "web:1.4.2"
      environment = [
        { name = "AWS_ACCESS_KEY_ID", value = try(aws_iam_access_key.perhaps[0].id, "") },
        { name = "AWS_SECRET_ACCESS_KEY", value = one(aws_iam_access_key.perhaps[*].secret) }, # expect error: container "one or none" is given aws_iam_access_key.perhaps.secret of user "perhaps" in clear, a key that works for whoever has it until it is deleted; allow the task role what its user may do, and remove the key
      ]
    },
    {
      name        = "two"
      image       = "web:1.4.2"
      environment = [
        { name = "SOURCE_SECRET_KEY", value = aws_iam_access_key.robots["reader"].secret }, # expect error: container "two" is given aws_iam_access_key.robots["reader"].secret of user "robot-reader" in clear, a key that works for whoever has it until it is deleted; allow the task role what its user may do, and remove the key
        { name = "TARGET_SECRET_KEY", value = aws_iam_access_key.robots["writer"].secret }, # expect error: container "two" is given aws_iam_access_key.robots["writer"].secret of user "robot-writer" in clear, a key that works for whoever has it until it is deleted; allow the task role what its user may do, and remove the key
      ]
    },
  ])
}
