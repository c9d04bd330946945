resource "aws_ecs_task_definition" "users" {
  family = "users"
  container_definitions = jsonencode([
    { name = "name", image = "web:1", user = "app" },
    { name = "number", image = "web:1", user = "1000" },
    { name = "group", image = "web:1", user = "1000:0" },
    { name = "both", image = "web:1", user = "app:app" },
    { name = "rootless", image = "web:1", user = "rootless" },
  ])
}

# The images say that they have an ordinary user.
resource "aws_ecs_task_definition" "images" {
  family = "images"
  container_definitions = jsonencode([
    { name = "distroless", image = "gcr.io/distroless/static:nonroot" },
    { name = "chainguard", image = "cgr.dev/chainguard/nginx:latest" },
    { name = "unprivileged", image = "nginxinc/nginx-unprivileged:1.27" },
  ])
}

# Windows has no root, and its default user is an ordinary one.
resource "aws_ecs_task_definition" "windows" {
  family = "windows"
  runtime_platform {
    operating_system_family = "WINDOWS_SERVER_2022_CORE"
  }
  container_definitions = jsonencode([{ name = "windows", image = "web:1" }])
}

resource "aws_ecs_task_definition" "windows_hosts" {
  family = "windows-hosts"
  placement_constraints {
    type       = "memberOf"
    expression = "attribute:ecs.os-type == windows"
  }
  container_definitions = jsonencode([{ name = "windows", image = "web:1" }])
}

resource "aws_ecs_task_definition" "windows_image" {
  family                = "windows-image"
  container_definitions = jsonencode([{ name = "windows", image = "mcr.microsoft.com/windows/servercore:ltsc2022" }])
}

resource "aws_batch_job_definition" "eks" {
  name = "eks"
  type = "container"
  eks_properties {
    pod_properties {
      containers {
        name  = "refuses"
        image = "job:1"
        security_context {
          run_as_non_root = true
        }
      }
    }
  }
}

# Neither has a field for it.
resource "aws_ecs_express_gateway_service" "web" {
  primary_container {
    image = "web:1"
  }
}

resource "aws_apprunner_service" "web" {
  service_name = "web"
  source_configuration {
    image_repository {
      image_identifier      = "public.ecr.aws/example/web:1"
      image_repository_type = "ECR_PUBLIC"
    }
  }
}
