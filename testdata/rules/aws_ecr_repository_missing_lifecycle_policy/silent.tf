resource "aws_ecr_repository" "by_name" {
  name = "by-name"
}

resource "aws_ecr_lifecycle_policy" "by_name" {
  repository = aws_ecr_repository.by_name.name
  policy     = "{}"
}

resource "aws_ecr_repository" "by_id" {
  count = 2
  name  = "by-id-${count.index}"
}

resource "aws_ecr_lifecycle_policy" "by_id" {
  count      = 2
  repository = aws_ecr_repository.by_id[count.index].id
  policy     = "{}"
}

resource "aws_ecr_repository" "literal" {
  name = "literal"
}

resource "aws_ecr_lifecycle_policy" "literal" {
  repository = "literal"
  policy     = "{}"
}

locals {
  names = toset(["a", "b"])
}

resource "aws_ecr_repository" "each" {
  for_each = local.names
  name     = each.key
}

resource "aws_ecr_lifecycle_policy" "each" {
  for_each   = aws_ecr_repository.each
  repository = each.value.name
  policy     = "{}"
}

# The module may make the policy.
resource "aws_ecr_repository" "handed_on" {
  name = "handed-on"
}

module "lifecycle" {
  source     = "example.com/acme/lifecycle/aws"
  repository = aws_ecr_repository.handed_on.name
}
