# Roles that the module shows to be those of containers or pods.
resource "aws_iam_role" "execution" {
  name                = "execution"
  assume_role_policy  = "{}"
  managed_policy_arns = ["arn:aws:iam::aws:policy/SecretsManagerReadWrite", "arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy"] # expect warning: aws_iam_role.execution, held by the start of aws_ecs_task_definition.web, has SecretsManagerReadWrite, which gives it all secrets; attach a policy with what is needed
}

resource "aws_ecs_task_definition" "web" {
  family                = "web"
  container_definitions = "[]"
  execution_role_arn    = aws_iam_role.execution.arn
}

resource "aws_iam_role" "pod" {
  name               = "pod"
  assume_role_policy = "{}"
}

resource "aws_eks_pod_identity_association" "pod" {
  cluster_name    = "main"
  namespace       = "web"
  service_account = "web"
  role_arn        = aws_iam_role.pod.arn
}

resource "aws_iam_role_policy_attachment" "pod" {
  role       = aws_iam_role.pod.id
  policy_arn = "arn:aws-cn:iam::aws:policy/AmazonDynamoDBFullAccess" # expect warning: aws_iam_role.pod, held by the pods of aws_eks_pod_identity_association.pod, has AmazonDynamoDBFullAccess, which gives it all tables; attach a policy with what is needed
}

resource "aws_iam_role" "irsa" {
  name = "irsa"
  assume_role_policy = jsonencode({ Statement = {
    Effect    = "Allow"
    Action    = "sts:AssumeRoleWithWebIdentity"
    Principal = { Federated = "arn:aws:iam::123456789012:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/ABC" }
    Condition = { StringEquals = { "oidc.eks.eu-west-1.amazonaws.com/id/ABC:sub" = "system:serviceaccount:web:web" } }
  } })
}

resource "aws_iam_policy_attachment" "irsa" {
  name       = "irsa"
  roles      = [aws_iam_role.irsa.name]
  policy_arn = "arn:aws:iam::aws:policy/AmazonSQSFullAccess" # expect warning: aws_iam_role.irsa, held by pods, has AmazonSQSFullAccess, which gives it all queues; attach a policy with what is needed
}

resource "aws_iam_role" "job" {
  for_each           = toset(["a", "b"])
  name               = each.key
  assume_role_policy = "{}"
}

resource "aws_batch_job_definition" "job" {
  name                 = "job"
  type                 = "container"
  container_properties = jsonencode({ image = "job", jobRoleArn = aws_iam_role.job["a"].arn })
}

resource "aws_iam_role_policy_attachment" "job" {
  for_each   = aws_iam_role.job
  role       = each.value.name
  policy_arn = "arn:aws:iam::aws:policy/AmazonSNSFullAccess" # expect warning: aws_iam_role.job, held by the containers of aws_batch_job_definition.job, has AmazonSNSFullAccess, which gives it all topics; attach a policy with what is needed
}
