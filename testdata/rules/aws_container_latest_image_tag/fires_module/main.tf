variable "tag" {
  type = string
}

module "repositories" {
  source = "./repositories"
}

resource "aws_ecr_repository" "web" {
  name = "web"
}

# What the modules make of it is known.
module "web" {
  source = "./service"
  image  = aws_ecr_repository.web.repository_url # expect warning: container "main" runs image "${aws_ecr_repository.web.repository_url}" without a tag, and so latest, which is whatever was pushed last; name a version or a digest
}

module "worker" {
  source = "./service"
  image  = "${module.repositories.worker}:latest" # expect warning: container "main" runs image "${module.repositories.worker}:latest" by the tag latest, which is whatever was pushed last; name a version or a digest; at line 21 of main.tf
}

module "versioned" {
  source = "./service"
  image  = "${module.repositories.worker}:${var.tag}"
}

resource "aws_ecs_task_definition" "here" {
  family = "here"
  container_definitions = jsonencode([
    { name = "worker", image = module.repositories.worker }, # expect warning: container "worker" runs image "${module.repositories.worker}" without a tag, and so latest, which is whatever was pushed last; name a version or a digest
    { name = "tagged", image = module.repositories.tagged },
  ])
}
