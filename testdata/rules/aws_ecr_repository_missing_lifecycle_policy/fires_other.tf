resource "aws_ecr_repository" "kept" {
  name = "kept"
}

resource "aws_ecr_lifecycle_policy" "kept" {
  repository = aws_ecr_repository.kept.name
  policy     = "{}"
}

# The policy is for the other repository.
resource "aws_ecr_repository" "forgotten" { # expect warning: repository "forgotten" keeps every image for ever, old vulnerable ones too; add an aws_ecr_lifecycle_policy that expires them
  name = "forgotten"
}

# Templates are for repositories that ECR creates, not for those of Terraform.
resource "aws_ecr_repository_creation_template" "any" {
  prefix           = "ROOT"
  applied_for      = ["PULL_THROUGH_CACHE"]
  lifecycle_policy = "{}"
}
