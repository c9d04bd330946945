resource "aws_iam_user" "this" {
  name = "robot"
}

resource "aws_iam_access_key" "this" {
  user = aws_iam_user.this.name
}

output "id" {
  value = aws_iam_access_key.this.id
}

output "secret" {
  value     = aws_iam_access_key.this.secret
  sensitive = true
}

output "credentials" {
  value = {
    user   = aws_iam_user.this.name
    secret = aws_iam_access_key.this.secret
  }
  sensitive = true
}
