variable "policy" {}
variable "role" {}
variable "actions" {}

resource "aws_iam_role" "node" {
  name                = "node"
  assume_role_policy  = "{}"
  managed_policy_arns = [var.policy]
  inline_policy {
    name   = "p"
    policy = jsonencode({ Statement = [{ Effect = "Allow", Action = var.actions, Resource = "*" }, { Effect = "Allow", Action = "s3:GetObject", Resource = var.policy }] })
  }
}

resource "aws_eks_node_group" "nodes" {
  cluster_name  = "main"
  node_role_arn = aws_iam_role.node.arn
}

resource "aws_eks_node_group" "others" {
  cluster_name  = "main"
  node_role_arn = var.role
}

resource "aws_iam_role_policy_attachment" "others" {
  role       = "others"
  policy_arn = "arn:aws:iam::aws:policy/AmazonS3FullAccess"
}
