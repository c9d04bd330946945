resource "aws_batch_job_definition" "job" {
  name                 = "job"
  type                 = "container"
  container_properties = jsonencode({ image = "public.ecr.aws/example/job" }) # expect warning: the container of aws_batch_job_definition.job runs image "public.ecr.aws/example/job" without a tag, and so latest, which is whatever was pushed last; name a version or a digest
}

resource "aws_batch_job_definition" "pod" {
  name = "pod"
  type = "container"

  eks_properties {
    pod_properties {
      containers {
        image = "public.ecr.aws/example/job:latest" # expect warning: the container of aws_batch_job_definition.pod runs image "public.ecr.aws/example/job:latest" by the tag latest, which is whatever was pushed last; name a version or a digest
      }
    }
  }
}

resource "aws_apprunner_service" "web" {
  service_name = "web"

  source_configuration {
    image_repository {
      image_identifier      = "public.ecr.aws/aws-containers/hello-app-runner:latest" # expect warning: the container of aws_apprunner_service.web runs image "public.ecr.aws/aws-containers/hello-app-runner:latest" by the tag latest, which is whatever was pushed last; name a version or a digest
      image_repository_type = "ECR_PUBLIC"
    }
  }
}

resource "aws_ecs_express_gateway_service" "web" {
  execution_role_arn      = "arn:aws:iam::111122223333:role/execution"
  infrastructure_role_arn = "arn:aws:iam::111122223333:role/infrastructure"

  primary_container {
    image = "nginx" # expect warning: the container of aws_ecs_express_gateway_service.web runs image "nginx" without a tag, and so latest, which is whatever was pushed last; name a version or a digest
  }
}

resource "aws_ecs_daemon_task_definition" "agent" {
  family = "agent"

  container_definition {
    name  = "agent"
    image = "localhost:5000/agent" # expect warning: container "agent" runs image "localhost:5000/agent" without a tag, and so latest, which is whatever was pushed last; name a version or a digest
  }
  container_definition {
    name  = "cloudwatch"
    image = "amazon/cloudwatch-agent:latest" # expect notice: container "cloudwatch" runs image "amazon/cloudwatch-agent:latest" by the tag latest, which is whatever was pushed last; name a version or a digest
  }
}
