data "aws_caller_identity" "current" {}

resource "aws_iam_role" "pipeline" {
  name               = "pipeline"
  assume_role_policy = jsonencode({ Statement = [] })
}

resource "aws_signer_signing_profile_permission" "account" {
  profile_name = "images"
  action       = "signer:SignPayload"
  principal    = "123456789012"
}

resource "aws_signer_signing_profile_permission" "role" {
  profile_name = "images"
  action       = "signer:SignPayload"
  principal    = "arn:aws:iam::123456789012:role/pipeline"
}

resource "aws_signer_signing_profile_permission" "own" {
  for_each = toset(["signer:SignPayload", "signer:RevokeSignature"])

  profile_name = "images"
  action       = each.key
  principal    = each.key == "signer:SignPayload" ? aws_iam_role.pipeline.arn : data.aws_caller_identity.current.account_id
}

resource "aws_signer_signing_profile_permission" "none" {
  count = 0

  profile_name = "images"
  action       = "signer:SignPayload"
  principal    = "*"
}

# What an identity may do with a profile of its own account.
resource "aws_iam_policy" "sign" {
  name = "sign"
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = "signer:SignPayload", Resource = "*" }]
  })
}
