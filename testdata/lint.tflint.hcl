# What `make lint` runs with: this plugin with its defaults, and nothing else.
plugin "aws-container-security" {
  enabled = true
}

# TFLint's own ruleset is on unless it is told otherwise.
plugin "terraform" {
  enabled = false
}
