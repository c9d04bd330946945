resource "aws_ecr_repository" "web" {
  name = "web"
}

resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    { name = "ecr", image = "${aws_ecr_repository.web.repository_url}:1.4.2" },
    { name = "port", image = "registry.example.com:8443/web:1.4.2" },
    { name = "default", image = "registry.example.com/web:1.4.2" },
    # A tag and not a port.
    { name = "tag", image = "web:5000" },
    { name = "scheme", image = "https://registry.example.com/web:1.4.2" },
    { name = "public", image = "203.0.113.7:443/web:1.4.2" },
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
