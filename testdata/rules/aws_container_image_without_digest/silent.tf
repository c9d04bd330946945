resource "aws_ecr_repository" "immutable" {
  name                 = "immutable"
  image_tag_mutability = "IMMUTABLE"
}

data "aws_caller_identity" "current" {}

data "aws_ecr_image" "web" {
  repository_name = "web"
  image_tag       = "1.4.2"
}

resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    { name = "digest", image = "nginx@sha256:7cc4b5aefd1d0cadf8d97d4350462ba51c694ebca145b08d7d41b41acc8db5aa" },
    { name = "both", image = "nginx:1.27.3@sha256:7cc4b5aefd1d0cadf8d97d4350462ba51c694ebca145b08d7d41b41acc8db5aa" },
    { name = "looked-up", image = data.aws_ecr_image.web.image_uri },
    { name = "joined", image = "${aws_ecr_repository.immutable.repository_url}@${data.aws_ecr_image.web.image_digest}" },
    { name = "immutable", image = "${aws_ecr_repository.immutable.repository_url}:1.4.2" },
    { name = "by-name", image = "${data.aws_caller_identity.current.account_id}.dkr.ecr.eu-west-1.amazonaws.com/${aws_ecr_repository.immutable.name}:1.4.2" },
  ])
}

resource "aws_batch_job_definition" "job" {
  name                 = "job"
  type                 = "container"
  container_properties = <<JSON
{ "image": "${data.aws_ecr_image.web.image_uri}" }
JSON
}

resource "aws_apprunner_service" "web" {
  service_name = "web"

  source_configuration {
    image_repository {
      image_identifier      = data.aws_ecr_image.web.image_uri
      image_repository_type = "ECR"
    }
  }
}
