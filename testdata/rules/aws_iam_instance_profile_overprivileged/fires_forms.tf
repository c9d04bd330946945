# Nodes of EKS.
resource "aws_iam_role" "node" {
  name                = "node"
  assume_role_policy  = "{}"
  managed_policy_arns = ["arn:aws:iam::aws:policy/AmazonEKSWorkerNodePolicy", "arn:aws:iam::aws:policy/AmazonSSMFullAccess"] # expect warning: aws_iam_role.node, held by the container hosts of aws_eks_node_group.nodes, has AmazonSSMFullAccess, so every container on the host gets all of Systems Manager: every parameter, and a shell on every host; give it to the tasks or pods that need it
}

resource "aws_eks_node_group" "nodes" {
  cluster_name  = "main"
  node_role_arn = aws_iam_role.node.arn
}

resource "aws_iam_role_policy" "node" {
  role = aws_iam_role.node.id
  policy = jsonencode({ Statement = {
    Sid      = "Config"
    Effect   = "Allow"
    Action   = ["s3:ListBucket", "s3:Get*"] # expect warning: statement "Config" of aws_iam_role_policy.node lets container hosts read every object of every bucket, and with them each container on the host; give it to the tasks or pods that need it, for their buckets
    Resource = "*"
  } })
}

# A host that user data makes one.
resource "aws_iam_role" "plain" {
  name               = "plain"
  assume_role_policy = "{}"
}

resource "aws_iam_instance_profile" "plain" {
  role = aws_iam_role.plain.name
}

resource "aws_instance" "plain" {
  ami                  = "ami-1"
  iam_instance_profile = aws_iam_instance_profile.plain.id
  user_data            = "#!/bin/bash\necho ECS_CLUSTER=main >> /etc/ecs/ecs.config"
}

resource "aws_iam_policy_attachment" "plain" {
  name       = "plain"
  roles      = [aws_iam_role.plain.name]
  policy_arn = "arn:aws:iam::aws:policy/AmazonEC2ContainerRegistryPowerUser" # expect warning: aws_iam_role.plain, held by the container hosts of aws_instance.plain, has AmazonEC2ContainerRegistryPowerUser, so every container on the host gets all repositories, to push; give it to the tasks or pods that need it
}

# Managed instances of ECS.
resource "aws_iam_role" "managed" {
  name               = "managed"
  assume_role_policy = "{}"
}

resource "aws_iam_instance_profile" "managed" {
  role = aws_iam_role.managed.name
}

resource "aws_ecs_capacity_provider" "managed" {
  name    = "managed"
  cluster = "main"
  managed_instances_provider {
    infrastructure_role_arn = "arn:aws:iam::123456789012:role/infrastructure"
    instance_launch_template {
      ec2_instance_profile_arn = aws_iam_instance_profile.managed.arn
    }
  }
}

resource "aws_iam_role_policy_attachment" "managed" {
  role       = aws_iam_role.managed.name
  policy_arn = "arn:aws:iam::aws:policy/AmazonDynamoDBFullAccess" # expect warning: aws_iam_role.managed, held by the container hosts of aws_ecs_capacity_provider.managed, has AmazonDynamoDBFullAccess, so every container on the host gets all tables; give it to the tasks or pods that need it
}

# A host by the policy of its agent, where nothing else tells.
resource "aws_iam_role" "agent" {
  name               = "agent"
  assume_role_policy = jsonencode({ Statement = { Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ec2.amazonaws.com" } } })
  managed_policy_arns = [
    "arn:aws:iam::aws:policy/service-role/AmazonEC2ContainerServiceforEC2Role",
    "arn:aws:iam::aws:policy/CloudWatchLogsFullAccess", # expect warning: aws_iam_role.agent, held by container hosts, has CloudWatchLogsFullAccess, so every container on the host gets all logs, to delete too; give it to the tasks or pods that need it
  ]
}
