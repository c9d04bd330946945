resource "aws_inspector2_enabler" "images" {
  account_ids    = ["111122223333"]
  resource_types = ["ECR"]
}

resource "aws_ecr_repository" "app" {
  name = "app"
}
