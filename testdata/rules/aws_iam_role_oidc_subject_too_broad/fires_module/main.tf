data "aws_eks_cluster" "main" {
  name = "main"
}

module "app" {
  source = "./irsa"

  issuer  = data.aws_eks_cluster.main.identity[0].oidc[0].issuer
  subject = "system:serviceaccount:web:app"
}

module "any" {
  source = "./irsa"

  issuer  = data.aws_eks_cluster.main.identity[0].oidc[0].issuer
  subject = "system:serviceaccount:*:*" # expect error: aws_iam_role.pod takes any subject like "system:serviceaccount:*:*", which every pod of the cluster has; name the one that needs the role
}
