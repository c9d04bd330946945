resource "aws_ecr_repository" "web" {
  name                 = "web"
  image_tag_mutability = "IMMUTABLE"
}

data "aws_ecr_image" "web" {
  repository_name = "web"
  most_recent     = true
}

resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    { name = "version", image = "public.ecr.aws/nginx/nginx:1.27.3" },
    { name = "port", image = "registry.example.com:5000/web:1.4.2" },
    { name = "digest", image = "nginx@sha256:7cc4b5aefd1d0cadf8d97d4350462ba51c694ebca145b08d7d41b41acc8db5aa" },
    { name = "both", image = "nginx:latest@sha256:7cc4b5aefd1d0cadf8d97d4350462ba51c694ebca145b08d7d41b41acc8db5aa" },
    { name = "looked-up", image = data.aws_ecr_image.web.image_uri },
    { name = "joined", image = "${aws_ecr_repository.web.repository_url}@${data.aws_ecr_image.web.image_digest}" },
    # It can't be moved here, whatever it is called.
    { name = "immutable", image = "${aws_ecr_repository.web.repository_url}:latest" },
    { name = "similar", image = "web:latest-1.4.2" },
    # No reference: nothing runs.
    { name = "wrong", image = "<account>.dkr.ecr.eu-west-1.amazonaws.com/web" },
    { name = "empty", image = "" },
    { name = "none" },
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
