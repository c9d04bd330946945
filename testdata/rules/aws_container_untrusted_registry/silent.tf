variable "account" {
  type = string
}

variable "region" {
  type = string
}

resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    { name = "ecr", image = "111122223333.dkr.ecr.eu-west-1.amazonaws.com/web:1.4.2" },
    { name = "parts", image = "${var.account}.dkr.ecr.${var.region}.amazonaws.com/web:1.4.2" },
    { name = "china", image = "111122223333.dkr.ecr.cn-north-1.amazonaws.com.cn/web:1.4.2" },
    { name = "fips", image = "111122223333.dkr.ecr-fips.us-gov-west-1.amazonaws.com/web:1.4.2" },
    { name = "dual-stack", image = "111122223333.dkr-ecr.eu-west-1.on.aws/web:1.4.2" },
    { name = "gallery", image = "public.ecr.aws/docker/library/nginx:1.27.3" },
    { name = "microsoft", image = "mcr.microsoft.com/dotnet/aspnet:9.0" },
    { name = "kubernetes", image = "registry.k8s.io/pause:3.10" },
  ])
}

resource "aws_batch_job_definition" "job" {
  name                 = "job"
  type                 = "container"
  container_properties = <<JSON
{ "image": "public.ecr.aws/example/job:1.4.2" }
JSON
}

resource "aws_apprunner_service" "web" {
  service_name = "web"

  source_configuration {
    image_repository {
      image_identifier      = "public.ecr.aws/aws-containers/hello-app-runner:1.4.2"
      image_repository_type = "ECR_PUBLIC"
    }
  }
}
