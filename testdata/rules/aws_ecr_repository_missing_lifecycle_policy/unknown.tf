variable "repository" {
  type = string
}

variable "names" {
  type = set(string)
}

# The policy may be for this one.
resource "aws_ecr_repository" "app" {
  name = "app"
}

resource "aws_ecr_lifecycle_policy" "some" {
  repository = var.repository
  policy     = "{}"
}

resource "aws_ecr_repository" "each" {
  for_each = var.names
  name     = each.key
}

resource "aws_ecr_lifecycle_policy" "each" {
  for_each   = var.names
  repository = aws_ecr_repository.each[each.value].name
  policy     = "{}"
}
