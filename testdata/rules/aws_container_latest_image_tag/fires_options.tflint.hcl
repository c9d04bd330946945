plugin "terraform" {
  enabled = false
}

plugin "aws-container-security" {
  enabled = true
}

rule "aws_container_latest_image_tag" {
  enabled       = true
  tags          = ["main"]
  sidecars      = ["*/side"]
  exempt_images = ["ghcr.io/example/*"]
}
