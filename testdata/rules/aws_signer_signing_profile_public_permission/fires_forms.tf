# Each action, in one resource.
resource "aws_signer_signing_profile_permission" "each" {
  for_each = toset(["signer:StartSigningJob", "signer:GetSigningProfile"])

  profile_name = "images"
  action       = each.key
  principal    = "*" # expect error: aws_signer_signing_profile_permission.each lets anyone in any AWS account who knows the signing profile sign with it in your name; name the account or the role that needs it as principal
}

resource "aws_signer_signing_profile_permission" "revoke" {
  profile_name = "images"
  action       = "signer:RevokeSignature"
  principal    = local.everyone # expect error: aws_signer_signing_profile_permission.revoke lets anyone in any AWS account who knows the signing profile revoke its signatures, which then count for nothing; name the account or the role that needs it as principal
}

locals {
  everyone = "*"
}

# To look at the profile is milder.
resource "aws_signer_signing_profile_permission" "look" {
  profile_name = "images"
  action       = "signer:GetSigningProfile"
  principal    = var.principal # expect warning: aws_signer_signing_profile_permission.look lets anyone in any AWS account who knows the signing profile look at it; name the account or the role that needs it as principal
}

variable "principal" {
  default = "*"
}

resource "aws_signer_signing_profile_permission" "unknown_action" {
  profile_name = "images"
  action       = var.action
  principal    = "*" # expect error: aws_signer_signing_profile_permission.unknown_action lets anyone in any AWS account who knows the signing profile use it; name the account or the role that needs it as principal
}

variable "action" {}
