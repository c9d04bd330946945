resource "aws_ecr_registry_scanning_configuration" "registry" {
  scan_type = "BASIC"

  rule {
    scan_frequency = "SCAN_ON_PUSH"
    repository_filter {
      filter      = "app"
      filter_type = "WILDCARD"
    }
    repository_filter {
      filter      = "prod-*"
      filter_type = "WILDCARD"
    }
  }
}

# A filter without * matches every name that contains it.
resource "aws_ecr_repository" "contains" {
  name = "my-app-1"
}

resource "aws_ecr_repository" "begins" {
  name = "prod-web"
}
