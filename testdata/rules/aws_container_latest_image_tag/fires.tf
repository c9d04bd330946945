resource "aws_ecr_repository" "web" {
  name = "web"
}

resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    { name = "web", image = "${aws_ecr_repository.web.repository_url}:latest" }, # expect warning: container "web" runs image "${aws_ecr_repository.web.repository_url}:latest" by the tag latest, which is whatever was pushed last; name a version or a digest
    { name = "proxy", image = "public.ecr.aws/nginx/nginx" }, # expect warning: container "proxy" runs image "public.ecr.aws/nginx/nginx" without a tag, and so latest, which is whatever was pushed last; name a version or a digest
    { name = "xray", image = "public.ecr.aws/xray/aws-xray-daemon:latest" }, # expect notice: container "xray" runs image "public.ecr.aws/xray/aws-xray-daemon:latest" by the tag latest, which is whatever was pushed last; name a version or a digest
  ])
}
