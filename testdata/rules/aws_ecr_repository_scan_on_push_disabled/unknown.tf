variable "scan" {
  type = bool
}

resource "aws_ecr_repository" "variable" {
  name = "variable"

  image_scanning_configuration {
    scan_on_push = var.scan
  }
}

# The block is there if the variable says so.
resource "aws_ecr_repository" "dynamic" {
  name = "dynamic"

  dynamic "image_scanning_configuration" {
    for_each = var.scan ? [1] : []
    content {
      scan_on_push = true
    }
  }
}
