resource "random_password" "db" {
  length = 32
}

resource "aws_batch_job_definition" "heredoc" {
  name                 = "heredoc"
  type                 = "container"
  # expect-below error: environment variable API_TOKEN of the container of aws_batch_job_definition.heredoc holds a secret in clear, readable for all who may describe it or see this code; keep it in Secrets Manager and refer to it in secrets, and change the secret; at line 16, environment[2].value
  # expect-below error: environment variable DB_PASSWORD of the container of aws_batch_job_definition.heredoc takes random_password.db.result in clear, readable for all who may describe it; keep it in Secrets Manager and refer to it in secrets; at line 15, environment[1].value
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
        args  = ["--password", "hunter2"] # expect error: password in the command of the container of aws_batch_job_definition.pod holds a secret in clear, readable for all who may describe it or see this code; mount it from a secret of the cluster, and change the secret

        env {
          name  = "API_TOKEN"
          value = "5f2b8c1d9e" # expect error: environment variable API_TOKEN of the container of aws_batch_job_definition.pod holds a secret in clear, readable for all who may describe it or see this code; mount it from a secret of the cluster, and change the secret
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
        start_command = "serve --db=postgres://app:hunter2@db.example.com/app" # expect error: the command of the container of aws_apprunner_service.image holds a password in a URL in clear, readable for all who may describe it or see this code; read it from the environment, which secrets fills from Secrets Manager, and change the secret
        runtime_environment_variables = {
          LOG_LEVEL   = "info"
          DB_PASSWORD = random_password.db.result # expect error: environment variable DB_PASSWORD of the container of aws_apprunner_service.image takes random_password.db.result in clear, readable for all who may describe it; keep it in Secrets Manager and refer to it in runtime_environment_secrets
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
            API_TOKEN = "5f2b8c1d9e" # expect error: environment variable API_TOKEN of service aws_apprunner_service.code holds a secret in clear, readable for all who may describe it or see this code; keep it in Secrets Manager and refer to it, and change the secret
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
      value = "5f2b8c1d9e" # expect error: environment variable API_TOKEN of the container of aws_ecs_express_gateway_service.web holds a secret in clear, readable for all who may describe it or see this code; keep it in Secrets Manager and refer to it in a secret block, and change the secret
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
      value = "5f2b8c1d9e" # expect error: environment variable API_TOKEN of container "agent" holds a secret in clear, readable for all who may describe it or see this code; keep it in Secrets Manager and refer to it in a secret block, and change the secret
    }

    log_configuration {
      log_driver = "splunk"
      options = {
        splunk-token = "0d5b1a52-0000-4000-8000-2f0b6a1c0d1e" # expect error: log option splunk-token of container "agent" holds a secret in clear, readable for all who may describe it or see this code; move it to secretOptions, and change the secret
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
      value = "hunter2" # expect error: environment variable DOCKER_PASSWORD of build project aws_codebuild_project.app holds a secret in clear, readable for all who may describe it or see this code; keep it in Secrets Manager and refer to it, and change the secret
    }
    environment_variable {
      name  = "REGISTRY_TOKEN"
      value = "5f2b8c1d9e" # expect error: environment variable REGISTRY_TOKEN of build project aws_codebuild_project.app holds a secret in clear, readable for all who may describe it or see this code; keep it in Secrets Manager and refer to it, and change the secret
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
      DB_PASSWORD = random_password.db.result # expect error: environment variable DB_PASSWORD of function aws_lambda_function.image takes random_password.db.result in clear, readable for all who may describe it; keep it in Secrets Manager and refer to it
    }
  }
}
