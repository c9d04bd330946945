resource "aws_ecr_repository" "immutable" {
  name                 = "immutable"
  image_tag_mutability = "IMMUTABLE"
}

resource "aws_ecr_repository" "narrow" {
  name                 = "narrow"
  image_tag_mutability = "IMMUTABLE_WITH_EXCLUSION"

  image_tag_mutability_exclusion_filter {
    filter      = "dev-*"
    filter_type = "WILDCARD"
  }
}

resource "aws_ecr_repository" "none" {
  count = 0
  name  = "none"
}

# Public repositories have no such setting.
resource "aws_ecrpublic_repository" "gallery" {
  repository_name = "gallery"
}

resource "aws_ecr_repository_creation_template" "immutable" {
  prefix               = "immutable"
  applied_for          = ["PULL_THROUGH_CACHE"]
  image_tag_mutability = "IMMUTABLE"
}
