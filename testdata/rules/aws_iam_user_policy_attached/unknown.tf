variable "users" {
  type = list(string)
}

variable "policies" {
  type = list(string)
}

resource "aws_iam_policy_attachment" "operate" {
  name       = "operate"
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
  users      = var.users
}

resource "aws_iam_user_policy_attachments_exclusive" "alice" {
  user_name   = "alice"
  policy_arns = var.policies
}

resource "aws_iam_policy_attachment" "more" {
  name       = "more"
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
  users      = concat(var.users, [])
}
