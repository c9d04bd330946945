resource "aws_ecr_registry_scanning_configuration" "registry" {
  scan_type = "BASIC"

  rule {
    scan_frequency = "SCAN_ON_PUSH"
    repository_filter {
      filter      = "prod-*"
      filter_type = "WILDCARD"
    }
  }
  rule {
    scan_frequency = "MANUAL"
    repository_filter {
      filter      = "*"
      filter_type = "WILDCARD"
    }
  }
}

# No rule that scans by itself matches the name.
resource "aws_ecr_repository" "dev" { # expect warning: images of repository "dev-app" are not scanned for vulnerabilities; scan the registry with aws_ecr_registry_scanning_configuration, or set scan_on_push = true
  name = "dev-app"
}

resource "aws_inspector2_enabler" "hosts" {
  account_ids    = ["111122223333"]
  resource_types = ["EC2", "LAMBDA"]
}
