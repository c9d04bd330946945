variable "prefix" {
  type = string
}

variable "user" {
  type = string
}

variable "policy_arn" {
  type = string
}

variable "enabled" {
  type = bool
}

resource "aws_iam_user" "bob" {
  name = "bob"
}

resource "aws_iam_user" "carol" {
  name = "${var.prefix}-carol"
}

resource "aws_iam_policy" "operate" {
  name = "operate"
  policy = jsonencode({
    Statement = [
      { Effect = "Deny", Action = "ecs:DeleteCluster", Resource = "*" },
      { Effect = "Allow", Action = "ecs:UpdateService", Resource = "*" },
    ]
  })
}

resource "aws_iam_policy" "prefixed" {
  name_prefix = "prefixed"
  policy      = var.user
}

resource "aws_iam_policy_attachment" "operate" {
  name       = "operate"
  policy_arn = aws_iam_policy.operate.arn
  roles      = ["operator"]
  users = [
    aws_iam_user.bob.name, # expect notice: aws_iam_user.bob has policy "operate" for itself, so that nobody sees with the groups and roles what it may do, or takes it back; give the policy to a group, or to a role where the user is software
    aws_iam_user.carol.name, # expect notice: aws_iam_user.carol has policy "operate" for itself, so that nobody sees with the groups and roles what it may do, or takes it back; give the policy to a group, or to a role where the user is software
  ]
}

# The policy of bob again, and others.
resource "aws_iam_user_policy_attachments_exclusive" "bob" {
  user_name = aws_iam_user.bob.name
  policy_arns = [
    aws_iam_policy.operate.arn,
    aws_iam_policy.prefixed.arn, # expect notice: aws_iam_user.bob has policy aws_iam_policy.prefixed for itself, so that nobody sees with the groups and roles what it may do, or takes it back; give the policy to a group, or to a role where the user is software
    var.policy_arn, # expect notice: aws_iam_user.bob has policy var.policy_arn for itself, so that nobody sees with the groups and roles what it may do, or takes it back; give the policy to a group, or to a role where the user is software
  ]
}

# Whoever it is, it is a user.
resource "aws_iam_user_policy_attachment" "some" {
  user       = var.user # expect notice: user var.user has policy var.policy_arn for itself, so that nobody sees with the groups and roles what it may do, or takes it back; give the policy to a group, or to a role where the user is software
  policy_arn = var.policy_arn
}

resource "aws_iam_user_policy" "some" {
  count  = var.enabled ? 1 : 0
  user   = aws_iam_user.carol.id # expect notice: aws_iam_user.carol has inline policy aws_iam_user_policy.some for itself, so that nobody sees with the groups and roles what it may do, or takes it back; give the policy to a group, or to a role where the user is software
  policy = var.policy_arn
}

resource "aws_iam_user_policy_attachment" "each" {
  for_each   = toset(["arn:aws:iam::aws:policy/ReadOnlyAccess", "arn:aws:iam::aws:policy/AmazonEC2ContainerRegistryPowerUser"]) # expect notice: user "dave" has policy "ReadOnlyAccess" for itself, so that nobody sees with the groups and roles what it may do, or takes it back; give the policy to a group, or to a role where the user is software
  user       = "dave" # expect notice: user "dave" has policy "AmazonEC2ContainerRegistryPowerUser" for itself, so that nobody sees with the groups and roles what it may do, or takes it back; give the policy to a group, or to a role where the user is software
  policy_arn = each.value
}

data "aws_iam_policy_document" "operate" {
  statement {
    actions   = ["ecs:UpdateService"]
    resources = ["*"]
  }
}

resource "aws_iam_user_policy" "document" {
  name_prefix = "document"
  user        = "erin" # expect notice: user "erin" has inline policy aws_iam_user_policy.document for itself, so that nobody sees with the groups and roles what it may do, or takes it back; give the policy to a group, or to a role where the user is software
  policy      = data.aws_iam_policy_document.operate.json
}
