resource "random_password" "master" {
  length = 32
}

resource "aws_db_instance" "main" {
  instance_class = "db.t4g.micro"
  password       = random_password.master.result
}

output "password" {
  value = random_password.master.result
}

output "host" {
  value = aws_db_instance.main.address
}
