resource "random_password" "db" {
  length = 32
}

resource "aws_batch_job_definition" "heredoc" {
  name                 = "heredoc"
  type                 = "container"
  container_properties = <<JSON
{
  "image": "job:1.4.2",
  "environment": [
    { "name": "DB_HOST", "value": "db.example.com" },
    { "name": "DB_PASSWORD", "value": "${random_password.db.result}" },
    { "name": "API_TOKEN", "value": "5f2b8c1d9e" }
  ]
}
JSON
}

resource "aws_batch_job_definition" "pod" {
  name = "pod"
  type = "container"

  eks_properties {
    pod_properties {
      containers {
        image = "job:1.4.2"
        args  = ["--password", "hunter2"]

        env {
          name  = "API_TOKEN"
          value = "5f2b8c1d9e"
        }
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
        start_command = "serve --db=postgres://app:hunter2@db.example.com/app"
        runtime_environment_variables = {
          LOG_LEVEL   = "info"
          DB_PASSWORD = random_password.db.result
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
            API_TOKEN = "5f2b8c1d9e"
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

    environment {
      name  = "API_TOKEN"
      value = "5f2b8c1d9e"
    }
  }
}

resource "aws_ecs_daemon_task_definition" "agent" {
  family = "agent"

  container_definition {
    name  = "agent"
    image = "public.ecr.aws/example/agent:1.4.2"

    environment {
      name  = "API_TOKEN"
      value = "5f2b8c1d9e"
    }

    log_configuration {
      log_driver = "splunk"
      options = {
        splunk-token = "0d5b1a52-0000-4000-8000-2f0b6a1c0d1e"
      }
    }
  }
}

resource "aws_codebuild_project" "app" {
  name         = "app"
  service_role = "arn:aws:iam::111122223333:role/build"

  artifacts {
    type = "NO_ARTIFACTS"
  }

  source {
    type = "NO_SOURCE"
  }

  environment {
    compute_type = "BUILD_GENERAL1_SMALL"
    image        = "aws/codebuild/standard:7.0"
    type         = "LINUX_CONTAINER"

    environment_variable {
      name  = "DOCKER_PASSWORD"
      value = "hunter2"
    }
    environment_variable {
      name  = "REGISTRY_TOKEN"
      value = "5f2b8c1d9e"
      type  = "PLAINTEXT"
    }
    environment_variable {
      name  = "GITHUB_TOKEN"
      value = "github:token"
      type  = "SECRETS_MANAGER"
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
      DB_PASSWORD = random_password.db.result
    }
  }
}
