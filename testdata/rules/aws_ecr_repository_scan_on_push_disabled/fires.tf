resource "aws_ecr_repository" "app" { # expect warning: images of repository "shop/app" are not scanned for vulnerabilities; scan the registry with aws_ecr_registry_scanning_configuration, or set scan_on_push = true
  name = "shop/app"
}

resource "aws_ecr_repository" "worker" {
  name = "shop/worker"

  image_scanning_configuration {
    scan_on_push = false # expect warning: images of repository "shop/worker" are not scanned for vulnerabilities; scan the registry with aws_ecr_registry_scanning_configuration, or set scan_on_push = true
  }
}
