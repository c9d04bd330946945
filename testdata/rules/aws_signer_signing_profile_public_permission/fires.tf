resource "aws_signer_signing_profile" "images" {
  name        = "images"
  platform_id = "Notation-OCI-SHA384-ECDSA"
}

resource "aws_signer_signing_profile_permission" "sign" {
  profile_name = aws_signer_signing_profile.images.name
  action       = "signer:SignPayload"
  principal    = "*" # expect error: aws_signer_signing_profile_permission.sign lets anyone in any AWS account who knows the signing profile sign with it in your name; name the account or the role that needs it as principal
}
