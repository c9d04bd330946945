variable "policy" {}
variable "service" {}

resource "aws_iam_role" "task" {
  name               = "task"
  assume_role_policy = jsonencode({ Statement = { Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ecs-tasks.amazonaws.com" } } })
}

resource "aws_iam_role_policy_attachment" "unknown" {
  role       = aws_iam_role.task.name
  policy_arn = var.policy
}

# Whose role it is.
resource "aws_iam_role" "unknown" {
  name                = "unknown"
  assume_role_policy  = jsonencode({ Statement = { Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = var.service } } })
  managed_policy_arns = ["arn:aws:iam::aws:policy/AmazonS3FullAccess"]
}
