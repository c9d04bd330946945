variable "owner" {
  type = string
}

variable "tag" {
  type = string
}

variable "mirror" {
  type = bool
}

resource "aws_ecs_task_definition" "forms" {
  family = "forms"
  container_definitions = jsonencode([
    { name = "owner", image = "ghcr.io/${var.owner}/web:1.4.2" }, # expect warning: container "owner" pulls image "ghcr.io/${var.owner}/web:1.4.2" from ghcr.io, which is not among the allowed registries; pull it through ECR, or allow it
    { name = "tag", image = "library/nginx:${var.tag}" }, # expect notice: container "tag" pulls image "library/nginx:${var.tag}" from Docker Hub, where anybody publishes; pull it through ECR, or allow docker.io
    { name = "hub", image = "docker.io/example/web:1.4.2" }, # expect notice: container "hub" pulls image "docker.io/example/web:1.4.2" from Docker Hub, where anybody publishes; pull it through ECR, or allow docker.io
    { name = "either", image = var.mirror ? "ghcr.io/example/web:1" : "quay.io/example/web:1" }, # expect warning: container "either" pulls image "ghcr.io/example/web:1" from ghcr.io, which is not among the allowed registries; pull it through ECR, or allow it
    # The end of the name is not ECR's, whatever stands before it.
    { name = "lookalike", image = "${var.owner}.dkr.ecr.eu-west-1.amazonaws.com.example.com/web:1" }, # expect warning: container "lookalike" pulls image "${var.owner}.dkr.ecr.eu-west-1.amazonaws.com.example.com/web:1" from a registry, which is not among the allowed registries; pull it through ECR, or allow it
  ])
}

resource "aws_ecs_task_definition" "heredoc" {
  family                = "heredoc"
  # expect-below warning: container "web" pulls image "gcr.io/${var.owner}/web:1.4.2" from gcr.io, which is not among the allowed registries; pull it through ECR, or allow it; at line 29, [0].image
  container_definitions = <<JSON
[{ "name": "web", "image": "gcr.io/${var.owner}/web:1.4.2" }]
JSON
}

resource "aws_batch_job_definition" "job" {
  name                 = "job"
  type                 = "container"
  container_properties = jsonencode({ image = "busybox" }) # expect notice: the container of aws_batch_job_definition.job pulls image "busybox" from Docker Hub, where anybody publishes; pull it through ECR, or allow docker.io
}

resource "aws_batch_job_definition" "pod" {
  name = "pod"
  type = "container"

  eks_properties {
    pod_properties {
      containers {
        image = "registry.example.com:5000/job:1.4.2" # expect warning: the container of aws_batch_job_definition.pod pulls image "registry.example.com:5000/job:1.4.2" from registry.example.com:5000, which is not among the allowed registries; pull it through ECR, or allow it
      }
    }
  }
}

resource "aws_ecs_express_gateway_service" "web" {
  execution_role_arn      = "arn:aws:iam::111122223333:role/execution"
  infrastructure_role_arn = "arn:aws:iam::111122223333:role/infrastructure"

  primary_container {
    image = "nginx:1.27.3" # expect notice: the container of aws_ecs_express_gateway_service.web pulls image "nginx:1.27.3" from Docker Hub, where anybody publishes; pull it through ECR, or allow docker.io
  }
}

resource "aws_ecs_daemon_task_definition" "agent" {
  family = "agent"

  container_definition {
    name  = "agent"
    image = "quay.io/example/agent:1.4.2" # expect warning: container "agent" pulls image "quay.io/example/agent:1.4.2" from quay.io, which is not among the allowed registries; pull it through ECR, or allow it
  }
}
