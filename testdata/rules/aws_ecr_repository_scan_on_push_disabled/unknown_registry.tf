variable "filters" {
  type = list(string)
}

resource "aws_ecr_registry_scanning_configuration" "registry" {
  scan_type = "BASIC"

  dynamic "rule" {
    for_each = var.filters
    content {
      scan_frequency = "SCAN_ON_PUSH"
      repository_filter {
        filter      = rule.value
        filter_type = "WILDCARD"
      }
    }
  }
}

resource "aws_ecr_repository" "app" {
  name = "app"
}
