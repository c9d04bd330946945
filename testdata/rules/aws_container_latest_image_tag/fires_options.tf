resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    { name = "branch", image = "public.ecr.aws/example/web:main" }, # expect warning: container "branch" runs image "public.ecr.aws/example/web:main" by the tag main, which is whatever was pushed last; name a version or a digest
    { name = "default", image = "public.ecr.aws/example/web:latest" },
    { name = "side", image = "public.ecr.aws/example/side:main" }, # expect notice: container "side" runs image "public.ecr.aws/example/side:main" by the tag main, which is whatever was pushed last; name a version or a digest
    { name = "exempt", image = "ghcr.io/example/tools:main" },
  ])
}
