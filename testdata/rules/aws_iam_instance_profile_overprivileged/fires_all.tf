resource "aws_iam_role" "node" {
  name               = "node"
  assume_role_policy = "{}"
}

resource "aws_eks_node_group" "nodes" {
  cluster_name  = "main"
  node_role_arn = aws_iam_role.node.arn
}

# What single pods need, the whole node has.
resource "aws_iam_role_policy_attachment" "cni" {
  role       = aws_iam_role.node.name
  policy_arn = "arn:aws:iam::aws:policy/AmazonEKS_CNI_Policy" # expect notice: aws_iam_role.node, held by the container hosts of aws_eks_node_group.nodes, has AmazonEKS_CNI_Policy, so every container on the host has it too; give it to the pods that need it, with EKS Pod Identity
}
