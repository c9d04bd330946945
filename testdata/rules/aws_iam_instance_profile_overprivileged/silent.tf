resource "aws_iam_role" "node" {
  name               = "node"
  assume_role_policy = "{}"
  managed_policy_arns = [
    "arn:aws:iam::aws:policy/AmazonEKSWorkerNodePolicy",
    "arn:aws:iam::aws:policy/AmazonEKSWorkerNodeMinimalPolicy",
    "arn:aws:iam::aws:policy/AmazonEC2ContainerRegistryReadOnly",
    "arn:aws:iam::aws:policy/AmazonEC2ContainerRegistryPullOnly",
    "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore",
    "arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy",
    "arn:aws:iam::aws:policy/service-role/AmazonEC2ContainerServiceforEC2Role",
    "arn:aws:iam::aws:policy/AmazonEKS_CNI_Policy", # a notice of the preset "all"
    "arn:aws:iam::aws:policy/AdministratorAccess",  # reported elsewhere
  ]
}

resource "aws_eks_node_group" "nodes" {
  cluster_name  = "main"
  node_role_arn = aws_iam_role.node.arn
}

# One bucket, and what the rules on policies report.
resource "aws_iam_role" "host" {
  name               = "host"
  assume_role_policy = "{}"
  inline_policy {
    name = "bucket"
    policy = jsonencode({ Statement = [
      { Effect = "Allow", Action = "s3:GetObject", Resource = "arn:aws:s3:::config/*" },
      { Effect = "Allow", Action = "s3:*", Resource = "*" },
    ] })
  }
}

resource "aws_iam_instance_profile" "host" {
  role = aws_iam_role.host.name
}

resource "aws_launch_template" "host" {
  image_id = "resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id"
  iam_instance_profile {
    arn = aws_iam_instance_profile.host.arn
  }
}

# No containers run there.
resource "aws_iam_role" "server" {
  name                = "server"
  assume_role_policy  = "{}"
  managed_policy_arns = ["arn:aws:iam::aws:policy/AmazonS3FullAccess"]
}

resource "aws_iam_instance_profile" "server" {
  role = aws_iam_role.server.name
}

resource "aws_instance" "server" {
  ami                  = "ami-1"
  iam_instance_profile = aws_iam_instance_profile.server.name
}

# The policy of a host's agent makes no host of what only tasks take.
resource "aws_iam_role" "task_with_agent" {
  name               = "task-with-agent"
  assume_role_policy = jsonencode({ Statement = { Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ecs-tasks.amazonaws.com" } } })
  managed_policy_arns = [
    "arn:aws:iam::aws:policy/service-role/AmazonEC2ContainerServiceforEC2Role",
    "arn:aws:iam::aws:policy/CloudWatchLogsFullAccess",
  ]
}
