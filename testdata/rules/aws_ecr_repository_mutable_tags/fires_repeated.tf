variable "immutable" {
  type = bool
}

locals {
  repositories = toset(["api", "web"])
}

# for_each repeats the resource, not the finding.
resource "aws_ecr_repository" "each" { # expect warning: tags of repository aws_ecr_repository.each can be moved to other images, which is the default; set image_tag_mutability = "IMMUTABLE"
  for_each = local.repositories
  name     = each.key
}

# How many there are is not known, what they are is.
resource "aws_ecr_repository" "some" {
  count                = var.immutable ? 0 : 2
  name                 = "some-${count.index}"
  image_tag_mutability = "MUTABLE" # expect warning: tags of repository aws_ecr_repository.some can be moved to other images; set image_tag_mutability = "IMMUTABLE"
}

# The same in both branches.
resource "aws_ecr_repository" "both" {
  name                 = "both"
  image_tag_mutability = var.immutable ? "MUTABLE" : null # expect warning: tags of repository "both" can be moved to other images; set image_tag_mutability = "IMMUTABLE"
}
