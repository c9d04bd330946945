variable "registry" {
  type = string
}

resource "aws_ecr_repository" "immutable" {
  name                 = "immutable"
  image_tag_mutability = "IMMUTABLE"
}

resource "aws_ecr_repository" "excluding" {
  name                 = "excluding"
  image_tag_mutability = "IMMUTABLE_WITH_EXCLUSION"

  image_tag_mutability_exclusion_filter {
    filter      = "latest"
    filter_type = "WILDCARD"
  }
}

resource "aws_ecs_task_definition" "heredoc" {
  family                = "heredoc"
  # expect-below notice: container "excluding" runs image "${aws_ecr_repository.excluding.repository_url}:1.4.2" without a digest, so that another image can take its place; add @sha256:…, for example with data.aws_ecr_image; at line 29, [2].image
  # expect-below notice: container "latest" runs image "${aws_ecr_repository.immutable.repository_url}" without a digest, so that another image can take its place; add @sha256:…, for example with data.aws_ecr_image; at line 28, [1].image
  # expect-below notice: container "web" runs image "${var.registry}/web:1.4.2" without a digest, so that another image can take its place; add @sha256:…, for example with data.aws_ecr_image; at line 27, [0].image
  container_definitions = <<JSON
[
  { "name": "web", "image": "${var.registry}/web:1.4.2" },
  { "name": "latest", "image": "${aws_ecr_repository.immutable.repository_url}" },
  { "name": "excluding", "image": "${aws_ecr_repository.excluding.repository_url}:1.4.2" }
]
JSON
}

resource "aws_batch_job_definition" "job" {
  name                 = "job"
  type                 = "container"
  container_properties = jsonencode({ image = "public.ecr.aws/example/job:1.4.2" }) # expect notice: the container of aws_batch_job_definition.job runs image "public.ecr.aws/example/job:1.4.2" without a digest, so that another image can take its place; add @sha256:…, for example with data.aws_ecr_image
}

resource "aws_apprunner_service" "web" {
  service_name = "web"

  source_configuration {
    image_repository {
      image_identifier      = "public.ecr.aws/aws-containers/hello-app-runner:1.4.2" # expect notice: the container of aws_apprunner_service.web runs image "public.ecr.aws/aws-containers/hello-app-runner:1.4.2" without a digest, so that another image can take its place; add @sha256:…, for example with data.aws_ecr_image
      image_repository_type = "ECR_PUBLIC"
    }
  }
}

resource "aws_ecs_express_gateway_service" "web" {
  execution_role_arn      = "arn:aws:iam::111122223333:role/execution"
  infrastructure_role_arn = "arn:aws:iam::111122223333:role/infrastructure"

  primary_container {
    image = "nginx" # expect notice: the container of aws_ecs_express_gateway_service.web runs image "nginx" without a digest, so that another image can take its place; add @sha256:…, for example with data.aws_ecr_image
  }
}
