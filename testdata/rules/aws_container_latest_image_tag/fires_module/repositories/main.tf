variable "tag" {
  type    = string
  default = null
}

resource "aws_ecr_repository" "worker" {
  name = "worker"
}

output "worker" {
  value = aws_ecr_repository.worker.repository_url
}

output "tagged" {
  value = "${aws_ecr_repository.worker.repository_url}:${coalesce(var.tag, "1.4.2")}"
}
