resource "aws_ecr_repository" "mutable" {
  name                 = "mutable"
  image_tag_mutability = "MUTABLE_WITH_EXCLUSION" # expect notice: tags of repository "mutable" can be moved to other images unless a filter excludes them; set image_tag_mutability = "IMMUTABLE_WITH_EXCLUSION" and exclude the tags that have to move

  image_tag_mutability_exclusion_filter {
    filter      = "prod-*"
    filter_type = "WILDCARD"
  }
}

resource "aws_ecr_repository" "everything" {
  name                 = "everything"
  image_tag_mutability = "IMMUTABLE_WITH_EXCLUSION"

  image_tag_mutability_exclusion_filter {
    filter      = "latest"
    filter_type = "WILDCARD"
  }
  image_tag_mutability_exclusion_filter {
    filter      = "*" # expect warning: filter "*" excludes every tag of repository "everything" from being immutable; exclude only the tags that have to move
    filter_type = "WILDCARD"
  }
}

resource "aws_ecr_repository" "versions" {
  name                 = "versions"
  image_tag_mutability = "IMMUTABLE_WITH_EXCLUSION"

  dynamic "image_tag_mutability_exclusion_filter" {
    for_each = ["latest", "v*"] # expect warning: filter "v*" excludes every tag of repository "versions" that begins with v from being immutable; exclude only the tags that have to move
    content {
      filter      = image_tag_mutability_exclusion_filter.value
      filter_type = "WILDCARD"
    }
  }
}

resource "aws_ecr_repository_creation_template" "cache" { # expect warning: tags of repositories made by the creation template for "cache" can be moved to other images, which is the default; set image_tag_mutability = "IMMUTABLE"
  prefix      = "cache"
  applied_for = ["REPLICATION"]
}
