resource "aws_ecr_repository" "web" {
  name = "web"
}

resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    { name = "web", image = "${aws_ecr_repository.web.repository_url}:1.4.2" }, # expect notice: container "web" runs image "${aws_ecr_repository.web.repository_url}:1.4.2" without a digest, so that another image can take its place; add @sha256:…, for example with data.aws_ecr_image
    { name = "proxy", image = "public.ecr.aws/nginx/nginx:1.27.3" }, # expect notice: container "proxy" runs image "public.ecr.aws/nginx/nginx:1.27.3" without a digest, so that another image can take its place; add @sha256:…, for example with data.aws_ecr_image
  ])
}
