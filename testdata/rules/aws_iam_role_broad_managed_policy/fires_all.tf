# What only the preset "all" reports.
resource "aws_iam_role" "ci" {
  name               = "ci"
  assume_role_policy = "{}"
}

resource "aws_codebuild_project" "ci" {
  name         = "ci"
  service_role = aws_iam_role.ci.arn
}

resource "aws_iam_role_policy_attachment" "ci" {
  role       = aws_iam_role.ci.name
  policy_arn = "arn:aws:iam::aws:policy/AmazonEC2ContainerRegistryPowerUser" # expect notice: aws_iam_role.ci, held by the builds of aws_codebuild_project.ci, has AmazonEC2ContainerRegistryPowerUser, which gives it all repositories, to push; attach a policy with what is needed
}

resource "aws_iam_group_policy_attachment" "developers" {
  group      = "developers"
  policy_arn = "arn:aws:iam::aws:policy/AmazonRDSFullAccess" # expect notice: group "developers" has AmazonRDSFullAccess, which gives it all databases; attach a policy with what is needed
}

resource "aws_iam_role" "task" {
  name               = "task"
  assume_role_policy = jsonencode({ Statement = { Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = ["ecs-tasks.amazonaws.com"] } } })
}

resource "aws_iam_role_policy_attachment" "read" {
  role       = aws_iam_role.task.name
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess" # expect notice: aws_iam_role.task, held by containers, has ReadOnlyAccess, which gives it reading all objects, tables and messages; attach a policy with what is needed
}

# The name of a role that is made elsewhere, with nothing in its place.
variable "role_arn" {}

resource "aws_iam_role_policy_attachment" "computed" {
  role       = try(split("/", var.role_arn)[1], "")
  policy_arn = "arn:aws:iam::aws:policy/AmazonBedrockFullAccess" # expect notice: role var.role_arn has AmazonBedrockFullAccess, which gives it all of Bedrock; attach a policy with what is needed
}
