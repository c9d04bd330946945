variable "service" {}
variable "services" {}
variable "trust" {}

resource "aws_iam_role" "one" {
  name               = "one"
  assume_role_policy = jsonencode({ Statement = { Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = ["ecs-tasks.amazonaws.com", var.service] } } })
}

resource "aws_iam_role" "more" {
  name               = "more"
  assume_role_policy = jsonencode({ Statement = { Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = concat(["ec2.amazonaws.com"], var.services) } } })
}

resource "aws_iam_role" "all" {
  name               = "all"
  assume_role_policy = var.trust
}
