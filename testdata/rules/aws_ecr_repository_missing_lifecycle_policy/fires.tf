resource "aws_ecr_repository" "app" { # expect warning: repository "shop/app" keeps every image for ever, old vulnerable ones too; add an aws_ecr_lifecycle_policy that expires them
  name = "shop/app"
}
