resource "aws_ecr_repository" "web" {
  name = "web"
}

resource "aws_ecs_task_definition" "web" {
  family = "web"
  # expect-below warning: container "side" runs image "${aws_ecr_repository.web.repository_url}" without a tag, and so latest, which is whatever was pushed last; name a version or a digest; at line 3 of web.json.tftpl, [1].image
  # expect-below warning: container "web" runs image "${aws_ecr_repository.web.repository_url}:latest" by the tag latest, which is whatever was pushed last; name a version or a digest; at line 2 of web.json.tftpl, [0].image
  container_definitions = templatefile("${path.module}/web.json.tftpl", {
    repository = aws_ecr_repository.web.repository_url
  })
}
