resource "aws_batch_job_definition" "job" {
  name                 = "job"
  type                 = "container"
  # expect-below warning: the container of aws_batch_job_definition.job installs software when it starts (pip install), which was never scanned; install it in the image; at line 6, command[0]
  container_properties = <<JSON
{ "image": "job:1.4.2", "command": ["python", "-m", "pip", "install", "awscli"] }
JSON
}

resource "aws_batch_job_definition" "pod" {
  name = "pod"
  type = "container"

  eks_properties {
    pod_properties {
      containers {
        image   = "job:1.4.2"
        command = ["sh", "-c"]
        args    = ["gem install bundler && rake"] # expect warning: the container of aws_batch_job_definition.pod installs software when it starts (gem install), which was never scanned; install it in the image
      }
    }
  }
}

resource "aws_apprunner_service" "web" {
  service_name = "web"

  source_configuration {
    image_repository {
      image_identifier      = "public.ecr.aws/example/web:1.4.2"
      image_repository_type = "ECR_PUBLIC"

      image_configuration {
        start_command = "sh -c 'yarn install && yarn start'" # expect warning: the container of aws_apprunner_service.web installs software when it starts (yarn install), which was never scanned; install it in the image
      }
    }
  }
}

resource "aws_ecs_express_gateway_service" "web" {
  execution_role_arn      = "arn:aws:iam::111122223333:role/execution"
  infrastructure_role_arn = "arn:aws:iam::111122223333:role/infrastructure"

  primary_container {
    image   = "public.ecr.aws/example/web:1.4.2"
    command = ["go", "install", "example.com/tool@latest"] # expect warning: the container of aws_ecs_express_gateway_service.web installs software when it starts (go install), which was never scanned; install it in the image
  }
}

resource "aws_ecs_daemon_task_definition" "agent" {
  family = "agent"

  container_definition {
    name        = "agent"
    image       = "public.ecr.aws/example/agent:1.4.2"
    entry_point = ["rpm", "-Uvh", "agent.rpm"] # expect warning: container "agent" installs software when it starts (rpm -Uvh), which was never scanned; install it in the image
  }
}
