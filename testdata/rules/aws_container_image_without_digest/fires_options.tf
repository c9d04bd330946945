resource "aws_ecr_repository" "immutable" {
  name                 = "immutable"
  image_tag_mutability = "IMMUTABLE"
}

resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    { name = "web", image = "${aws_ecr_repository.immutable.repository_url}:1.4.2" }, # expect notice: container "web" runs image "${aws_ecr_repository.immutable.repository_url}:1.4.2" without a digest, so that another image can take its place; add @sha256:…, for example with data.aws_ecr_image
    { name = "exempt", image = "public.ecr.aws/example/side:1.4.2" },
  ])
}
