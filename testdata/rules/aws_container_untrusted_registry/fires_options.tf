variable "account" {
  type = string
}

resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    { name = "own", image = "111122223333.dkr.ecr.eu-west-1.amazonaws.com/web:1.4.2" },
    { name = "team", image = "ghcr.io/example/web:1.4.2" },
    { name = "official", image = "nginx:1.27.3" },
    # It may be the account that is allowed.
    { name = "some", image = "${var.account}.dkr.ecr.eu-west-1.amazonaws.com/web:1.4.2" },
    { name = "other", image = "444455556666.dkr.ecr.eu-west-1.amazonaws.com/web:1.4.2" }, # expect warning: container "other" pulls image "444455556666.dkr.ecr.eu-west-1.amazonaws.com/web:1.4.2" from 444455556666.dkr.ecr.eu-west-1.amazonaws.com, which is not among the allowed registries; pull it through ECR, or allow it
    { name = "other-team", image = "ghcr.io/other/web:1.4.2" }, # expect warning: container "other-team" pulls image "ghcr.io/other/web:1.4.2" from ghcr.io, which is not among the allowed registries; pull it through ECR, or allow it
    { name = "denied", image = "ghcr.io/example/legacy:1.4.2" }, # expect warning: container "denied" pulls image "ghcr.io/example/legacy:1.4.2" from ghcr.io, which is denied; pull it from a registry that is allowed
    { name = "hub", image = "example/web:1.4.2" }, # expect warning: container "hub" pulls image "example/web:1.4.2" from Docker Hub, which is not among the allowed registries; pull it through ECR, or allow it
  ])
}
