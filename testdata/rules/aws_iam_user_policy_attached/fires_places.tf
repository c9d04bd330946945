# Where the policy is attached, also where the user's name is written elsewhere.
variable "name" {
  default = "bob"
}

resource "aws_iam_user" "variable" {
  name = var.name
}

resource "aws_iam_user_policy" "variable" {
  user   = aws_iam_user.variable.name # expect notice: aws_iam_user.variable has inline policy aws_iam_user_policy.variable for itself, so that nobody sees with the groups and roles what it may do, or takes it back; give the policy to a group, or to a role where the user is software
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = "arn:aws:s3:::b/*" }] })
}

resource "aws_iam_user" "counted" {
  count = 1
  name  = "counted"
}

resource "aws_iam_user_policy_attachment" "one" {
  user       = one(aws_iam_user.counted[*].name) # expect notice: aws_iam_user.counted has policy "ReadOnlyAccess" for itself, so that nobody sees with the groups and roles what it may do, or takes it back; give the policy to a group, or to a role where the user is software
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}

resource "aws_iam_user_policy_attachment" "index" {
  count      = 1
  user       = aws_iam_user.counted[count.index].name # expect notice: aws_iam_user.counted has policy "AmazonS3ReadOnlyAccess" for itself, so that nobody sees with the groups and roles what it may do, or takes it back; give the policy to a group, or to a role where the user is software
  policy_arn = "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"
}

resource "aws_iam_policy_attachment" "template" {
  name       = "template"
  users      = ["${aws_iam_user.variable.name}"] # expect notice: aws_iam_user.variable has policy "SecurityAudit" for itself, so that nobody sees with the groups and roles what it may do, or takes it back; give the policy to a group, or to a role where the user is software
  policy_arn = "arn:aws:iam::aws:policy/SecurityAudit"
}
