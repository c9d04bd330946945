variable "principal" {}

resource "aws_signer_signing_profile_permission" "unknown" {
  profile_name = "images"
  action       = "signer:SignPayload"
  principal    = var.principal
}

resource "aws_signer_signing_profile_permission" "either" {
  profile_name = "images"
  action       = "signer:SignPayload"
  principal    = var.principal == "" ? "*" : "123456789012"
}

resource "aws_signer_signing_profile_permission" "partly" {
  profile_name = "images"
  action       = "signer:SignPayload"
  principal    = "arn:aws:iam::${var.principal}:role/*"
}
