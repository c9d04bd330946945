plugin "terraform" {
  enabled = false
}

plugin "aws-container-security" {
  enabled = true
}

rule "aws_container_plaintext_secret" {
  enabled         = true
  secret_names    = ["LICENSE_KEY"]
  harmless_names  = ["PUBLIC_*"]
  secret_values   = ["acme_[a-z]{8}"]
  harmless_values = ["^dummy-"]
}
