resource "aws_ecr_repository" "app" {
  image_scanning_configuration {
    scan_on_push = false # expect warning: images of repository "app" are not scanned for vulnerabilities; scan the registry with aws_ecr_registry_scanning_configuration, or set scan_on_push = true
  }
}
