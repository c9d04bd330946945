resource "aws_iam_user" "alice" {
  name = "alice"
}

resource "aws_iam_user_policy_attachment" "alice" {
  user       = aws_iam_user.alice.name # expect notice: aws_iam_user.alice has policy "AmazonECS_FullAccess" for itself, so that nobody sees with the groups and roles what it may do, or takes it back; give the policy to a group, or to a role where the user is software
  policy_arn = "arn:aws:iam::aws:policy/AmazonECS_FullAccess"
}

resource "aws_iam_user_policy" "deploy" {
  name = "deploy"
  user = aws_iam_user.alice.name # expect notice: aws_iam_user.alice has inline policy "deploy" for itself, so that nobody sees with the groups and roles what it may do, or takes it back; give the policy to a group, or to a role where the user is software
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "ecs:UpdateService", Resource = "*" }]
  })
}
