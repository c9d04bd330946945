resource "aws_security_group" "this" {
  name = "group"
}

output "id" {
  value = aws_security_group.this.id
}
