resource "aws_iam_role" "ecs" {
  name = "ecs"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect = "Allow"
      Action = "sts:AssumeRole"
      Principal = {
        Service = [
          "ecs-tasks.amazonaws.com",
          "ec2.amazonaws.com", # expect warning: aws_iam_role.ecs is the role of instances and of containers, so each can do what only the other needs; make a role for each
        ]
      }
    }]
  })
}
