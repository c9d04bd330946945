variable "mutability" {
  type = string
}

variable "production" {
  type = bool
}

data "aws_ssm_parameter" "mutability" {
  name = "/ecr/mutability"
}

resource "aws_ecr_repository" "variable" {
  name                 = "variable"
  image_tag_mutability = var.mutability
}

resource "aws_ecr_repository" "data" {
  name                 = "data"
  image_tag_mutability = data.aws_ssm_parameter.mutability.value
}

resource "aws_ecr_repository" "conditional" {
  name                 = "conditional"
  image_tag_mutability = var.production ? "IMMUTABLE" : "MUTABLE"
}

resource "aws_ecr_repository" "filter" {
  name                 = "filter"
  image_tag_mutability = "IMMUTABLE_WITH_EXCLUSION"

  image_tag_mutability_exclusion_filter {
    filter      = "${var.mutability}*"
    filter_type = "WILDCARD"
  }
}
