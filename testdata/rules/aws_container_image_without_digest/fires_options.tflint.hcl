plugin "terraform" {
  enabled = false
}

plugin "aws-container-security" {
  enabled = true
}

rule "aws_container_image_without_digest" {
  enabled                = true
  immutable_tags_suffice = false
  exempt_images          = ["public.ecr.aws/example/*"]
}
