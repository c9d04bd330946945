variable "policy" {}
variable "admin" {}

resource "aws_iam_role" "task" {
  name                = "task"
  assume_role_policy  = "{}"
  managed_policy_arns = var.policy
}

resource "aws_iam_role_policy_attachment" "unknown" {
  role       = aws_iam_role.task.name
  policy_arn = var.policy
}

resource "aws_iam_role_policy_attachment" "name" {
  role       = aws_iam_role.task.name
  policy_arn = "arn:aws:iam::aws:policy/${var.policy}"
}

resource "aws_iam_role_policy_attachment" "either" {
  role       = aws_iam_role.task.name
  policy_arn = var.admin ? "arn:aws:iam::aws:policy/AdministratorAccess" : "arn:aws:iam::aws:policy/ReadOnlyAccess"
}
