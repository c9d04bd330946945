resource "aws_ecr_repository" "app" { # expect warning: tags of repository "shop/app" can be moved to other images, which is the default; set image_tag_mutability = "IMMUTABLE"
  name = "shop/app"
}

resource "aws_ecr_repository" "worker" {
  name                 = "shop/worker"
  image_tag_mutability = "MUTABLE" # expect warning: tags of repository "shop/worker" can be moved to other images; set image_tag_mutability = "IMMUTABLE"
}
