resource "aws_ecr_pull_through_cache_rule" "hub" {
  ecr_repository_prefix = "docker-hub"
  upstream_registry_url = "registry-1.docker.io"
}

resource "aws_ecr_repository" "nginx" {
  name = "docker-hub/library/nginx"
}

resource "aws_ecr_repository_creation_template" "hub" {
  prefix      = "docker-hub"
  applied_for = ["PULL_THROUGH_CACHE"]
}
