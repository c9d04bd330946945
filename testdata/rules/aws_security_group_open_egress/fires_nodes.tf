# Hosts whose groups are those of nodes.

resource "aws_security_group" "user_data" {
  name   = "user_data"
  egress = [{ from_port = 0, to_port = 0, protocol = "-1", cidr_blocks = ["0.0.0.0/0"] }] # expect warning: security group "user_data" lets aws_launch_template.user_data connect to the whole internet (0.0.0.0/0) on every port, to an attacker's servers too; allow only the destinations and ports that it needs
}

resource "aws_launch_template" "user_data" {
  vpc_security_group_ids = [aws_security_group.user_data.id]
  user_data = base64encode(<<-EOF
    #!/bin/bash
    echo "ECS_CLUSTER=${aws_ecs_cluster.main.name}" >> /etc/ecs/ecs.config
  EOF
  )
}

resource "aws_ecs_cluster" "main" {
  name = "main"
}

resource "aws_security_group" "encoded" {
  name   = "encoded"
  egress = [{ from_port = 0, to_port = 0, protocol = "-1", cidr_blocks = ["0.0.0.0/0"] }] # expect warning: security group "encoded" lets aws_launch_template.encoded connect to the whole internet (0.0.0.0/0) on every port, to an attacker's servers too; allow only the destinations and ports that it needs
}

resource "aws_launch_template" "encoded" {
  vpc_security_group_ids = [aws_security_group.encoded.id]
  user_data              = "W3NldHRpbmdzLmt1YmVybmV0ZXNdCmNsdXN0ZXItbmFtZSA9ICJtYWluIgo="
}

resource "aws_security_group" "image" {
  name   = "image"
  egress = [{ from_port = 0, to_port = 0, protocol = "-1", cidr_blocks = ["0.0.0.0/0"] }] # expect warning: security group "image" lets aws_launch_configuration.image connect to the whole internet (0.0.0.0/0) on every port, to an attacker's servers too; allow only the destinations and ports that it needs
}

resource "aws_launch_configuration" "image" {
  image_id        = data.aws_ami.ecs.id
  security_groups = [aws_security_group.image.id]
}

data "aws_ami" "ecs" {
  owners      = ["amazon"]
  most_recent = true

  filter {
    name   = "name"
    values = ["al2023-ami-ecs-hvm-*-x86_64"]
  }
}

resource "aws_security_group" "parameter" {
  name   = "parameter"
  egress = [{ from_port = 0, to_port = 0, protocol = "-1", cidr_blocks = ["0.0.0.0/0"] }] # expect warning: security group "parameter" lets aws_launch_template.parameter connect to the whole internet (0.0.0.0/0) on every port, to an attacker's servers too; allow only the destinations and ports that it needs
}

resource "aws_launch_template" "parameter" {
  image_id = jsondecode(data.aws_ssm_parameter.eks.value)["image_id"]

  network_interfaces {
    security_groups = [aws_security_group.parameter.id]
  }
}

data "aws_ssm_parameter" "eks" {
  name = "/aws/service/eks/optimized-ami/1.33/amazon-linux-2023/x86_64/standard/recommended"
}

resource "aws_security_group" "role" {
  name   = "role"
  egress = [{ from_port = 0, to_port = 0, protocol = "-1", cidr_blocks = ["0.0.0.0/0"] }] # expect warning: security group "role" lets aws_instance.role connect to the whole internet (0.0.0.0/0) on every port, to an attacker's servers too; allow only the destinations and ports that it needs
}

resource "aws_instance" "role" {
  iam_instance_profile   = aws_iam_instance_profile.node.name
  vpc_security_group_ids = [aws_security_group.role.id]
}

resource "aws_iam_instance_profile" "node" {
  role = aws_iam_role.node.name
}

resource "aws_iam_role" "node" {
  name               = "node"
  assume_role_policy = "{}"
}

resource "aws_iam_role_policy_attachment" "node" {
  role       = aws_iam_role.node.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AmazonEC2ContainerServiceforEC2Role"
}

resource "aws_security_group" "provider" {
  name   = "provider"
  egress = [{ from_port = 0, to_port = 0, protocol = "-1", cidr_blocks = ["0.0.0.0/0"] }] # expect warning: security group "provider" lets aws_launch_template.provider connect to the whole internet (0.0.0.0/0) on every port, to an attacker's servers too; allow only the destinations and ports that it needs
}

resource "aws_launch_template" "provider" {
  image_id               = "ami-0123456789abcdef0"
  vpc_security_group_ids = [aws_security_group.provider.id]
}

resource "aws_autoscaling_group" "provider" {
  mixed_instances_policy {
    launch_template {
      launch_template_specification {
        launch_template_id = aws_launch_template.provider.id
      }
    }
  }
}

resource "aws_ecs_capacity_provider" "provider" {
  name = "provider"

  auto_scaling_group_provider {
    auto_scaling_group_arn = aws_autoscaling_group.provider.arn
  }
}

resource "aws_security_group" "node_group" {
  name   = "node_group"
  egress = [{ from_port = 0, to_port = 0, protocol = "-1", cidr_blocks = ["0.0.0.0/0"] }] # expect warning: security group "node_group" lets aws_launch_template.node_group connect to the whole internet (0.0.0.0/0) on every port, to an attacker's servers too; allow only the destinations and ports that it needs
}

resource "aws_launch_template" "node_group" {
  vpc_security_group_ids = [aws_security_group.node_group.id]
}

resource "aws_eks_node_group" "main" {
  cluster_name = "main"

  launch_template {
    id      = aws_launch_template.node_group.id
    version = "1"
  }
}

resource "aws_security_group" "compute" {
  name   = "compute"
  egress = [{ from_port = 0, to_port = 0, protocol = "-1", cidr_blocks = ["0.0.0.0/0"] }] # expect warning: security group "compute" lets aws_launch_template.compute connect to the whole internet (0.0.0.0/0) on every port, to an attacker's servers too; allow only the destinations and ports that it needs
}

resource "aws_launch_template" "compute" {
  vpc_security_group_ids = [aws_security_group.compute.id]
}

resource "aws_batch_compute_environment" "compute" {
  type = "MANAGED"

  compute_resources {
    type = "EC2"

    launch_template {
      launch_template_id = aws_launch_template.compute.id
    }
  }
}
