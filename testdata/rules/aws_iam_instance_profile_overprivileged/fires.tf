resource "aws_iam_role" "host" {
  name               = "ecs-host"
  assume_role_policy = data.aws_iam_policy_document.ec2.json
}

resource "aws_iam_role_policy_attachment" "host" {
  role       = aws_iam_role.host.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AmazonEC2ContainerServiceforEC2Role"
}

resource "aws_iam_role_policy_attachment" "uploads" {
  role       = aws_iam_role.host.name
  policy_arn = "arn:aws:iam::aws:policy/AmazonS3FullAccess" # expect warning: aws_iam_role.host, held by the container hosts of aws_launch_template.host, has AmazonS3FullAccess, so every container on the host gets all buckets; give it to the tasks or pods that need it
}

resource "aws_iam_instance_profile" "host" {
  name = "ecs-host"
  role = aws_iam_role.host.name
}

resource "aws_launch_template" "host" {
  name_prefix = "ecs-host-"
  iam_instance_profile {
    name = aws_iam_instance_profile.host.name
  }
}

data "aws_iam_policy_document" "ec2" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["ec2.amazonaws.com"]
    }
  }
}
