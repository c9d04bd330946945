variable "trust" {
  type = string
}

resource "aws_iam_role" "given" {
  assume_role_policy = var.trust
}
