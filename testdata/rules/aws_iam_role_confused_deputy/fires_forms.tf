data "aws_partition" "current" {}

resource "aws_iam_role" "heredoc" {
  # expect-below notice: statement "Pods" of aws_iam_role.heredoc lets eks-fargate-pods.amazonaws.com assume the role for whatever account it works for; add a condition on aws:SourceAccount; at line 11, Statement.Principal.Service[1]
  assume_role_policy = <<EOF
{
  "Version": "2012-10-17",
  "Statement": {
    "Sid": "Pods",
    "Effect": "Allow",
    "Principal": { "Service": ["ec2.amazonaws.com", "eks-fargate-pods.amazonaws.com"] },
    "Action": ["sts:AssumeRole"]
  }
}
EOF
}

# The end of the service's name is not known.
resource "aws_iam_role" "partition" {
  assume_role_policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "eks.${data.aws_partition.current.dns_suffix}" } # expect notice: aws_iam_role.partition lets eks.amazonaws.com assume the role for whatever account it works for; add a condition on aws:SourceAccount
    }]
  })
}

resource "aws_iam_role" "services" {
  for_each = {
    deploy = "codedeploy.amazonaws.com" # expect notice: aws_iam_role.services lets codedeploy.amazonaws.com assume the role for whatever account it works for; add a condition on aws:SourceAccount
    batch  = "batch.amazonaws.com"      # expect notice: aws_iam_role.services lets batch.amazonaws.com assume the role for whatever account it works for; add a condition on aws:SourceAccount
    lambda = "lambda.amazonaws.com"
  }

  assume_role_policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = each.value } }]
  })
}

# Conditions that keep nobody out.
resource "aws_iam_role" "conditions" {
  assume_role_policy = jsonencode({
    Statement = [
      {
        Sid       = "IfExists"
        Effect    = "Allow"
        Action    = "sts:AssumeRole"
        Principal = { Service = "ecs-tasks.amazonaws.com" } # expect notice: statement "IfExists" of aws_iam_role.conditions lets ecs-tasks.amazonaws.com assume the role for whatever account it works for; add a condition on aws:SourceAccount
        Condition = { StringEqualsIfExists = { "aws:SourceAccount" = "123456789012" } }
      },
      {
        Sid       = "AnyAccount"
        Effect    = "Allow"
        Action    = "sts:AssumeRole"
        Principal = { Service = "ecs-tasks.amazonaws.com" } # expect notice: statement "AnyAccount" of aws_iam_role.conditions lets ecs-tasks.amazonaws.com assume the role for whatever account it works for; add a condition on aws:SourceAccount
        Condition = { ArnLike = { "aws:SourceArn" = "arn:aws:ecs:eu-west-1:*:*" } }
      },
    ]
  })
}

# A document for a module.
data "aws_iam_policy_document" "handed_out" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["ecs-tasks.amazonaws.com"] # expect notice: data.aws_iam_policy_document.handed_out lets ecs-tasks.amazonaws.com assume the role for whatever account it works for; add a condition on aws:SourceAccount
    }
  }
}

output "trust_policy" {
  value = data.aws_iam_policy_document.handed_out.json
}
