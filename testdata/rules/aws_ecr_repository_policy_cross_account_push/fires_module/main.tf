module "app" {
  source = "./repository"

  name    = "app"
  pushers = ["arn:aws:iam::123456789012:role/pipeline", "arn:aws:iam::210987654321:role/pipeline"] # expect warning: aws_ecr_repository_policy.this lets more than one account push images, and one at most is the repository's own: accounts 123456789012 and 210987654321; let only roles of its own account push
}
