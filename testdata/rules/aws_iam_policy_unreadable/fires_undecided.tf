# Everything is written out, but which of it counts is decided by what is not known.

variable "environment" {
  type = string
}

variable "developers" {
  type = bool
}

variable "account" {
  type = string
}

variable "buckets" {
  type = list(string)
}

variable "conditions" {
  type = map(map(string))
}

resource "aws_iam_policy" "deploy" {
  name = "deploy"
  policy = jsonencode({
    Statement = [
      {
        Sid      = "Deploy"
        Effect   = "Allow"
        Action   = var.environment == "production" ? "ecs:UpdateService" : "ecs:*" # expect notice: statement "Deploy" of aws_iam_policy.deploy can't be checked: var.environment has no value here; give it a default, or name a tfvars file with --var-file
        Resource = "*"
      },
      {
        Sid      = "Write"
        Effect   = "Allow"
        Action   = "s3:PutObject"
        Resource = var.developers ? ["*"] : ["arn:aws:s3:::releases/*"] # expect notice: statement "Write" of aws_iam_policy.deploy can't be checked: var.developers has no value here; give it a default, or name a tfvars file with --var-file
      },
      {
        Sid      = "Read"
        Effect   = "Allow"
        Action   = "s3:GetObject"
        Resource = concat(["arn:aws:s3:::releases/*"], var.buckets) # expect notice: one of the resources of statement "Read" of aws_iam_policy.deploy can't be checked: var.buckets has no value here; give it a default, or name a tfvars file with --var-file
      },
      {
        Sid       = "Administer"
        Effect    = "Allow"
        Action    = "*"
        Resource  = "*"
        Condition = var.conditions # expect notice: the conditions of statement "Administer" of aws_iam_policy.deploy can't be checked: var.conditions has no value here; give it a default, or name a tfvars file with --var-file
      },
    ]
  })
}

resource "aws_iam_role" "deploy" {
  name = "deploy"
  assume_role_policy = jsonencode({
    Statement = [
      { Sid = "Account", Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = var.account } },                                                   # expect notice: the principals of statement "Account" of the trust policy of aws_iam_role.deploy can't be checked: var.account has no value here; give it a default, or name a tfvars file with --var-file
      { Sid = "Developers", Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = var.developers ? "*" : "arn:aws:iam::111122223333:role/ci" } }, # expect notice: statement "Developers" of the trust policy of aws_iam_role.deploy can't be checked: var.developers has no value here; give it a default, or name a tfvars file with --var-file
    ]
  })
}

data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["ecs-tasks.amazonaws.com"]
    }

    dynamic "principals" {
      for_each = var.buckets
      content {
        type        = "AWS"
        identifiers = [principals.value] # expect notice: one of the principals of data.aws_iam_policy_document.trust can't be checked: var.buckets has no value here; give it a default, or name a tfvars file with --var-file
      }
    }
  }
}

resource "aws_iam_role" "trust" {
  name               = "trust"
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

# A Deny that may not be there.
resource "aws_iam_policy" "guarded" {
  name = "guarded"
  policy = jsonencode({
    Statement = concat(
      [{ Sid = "All", Effect = "Allow", Action = "ecs:*", Resource = "*" }],
      var.developers ? [{ Effect = "Deny", Action = "ecs:*", Resource = "*" }] : [], # expect notice: statement "All" of aws_iam_policy.guarded can't be checked: var.developers has no value here; give it a default, or name a tfvars file with --var-file
    )
  })
}

resource "aws_iam_policy" "pass" {
  name = "pass"
  policy = jsonencode({
    Statement = [{
      Effect   = "Allow"
      Action   = "iam:PassRole"
      Resource = var.developers ? "*" : "arn:aws:iam::111122223333:role/task" # expect notice: aws_iam_policy.pass can't be checked: var.developers has no value here; give it a default, or name a tfvars file with --var-file
    }]
  })
}

# In a text with nothing known.
resource "aws_iam_policy" "text" {
  name = "text"
  # expect-below notice: the actions of aws_iam_policy.text can't be checked: var.environment has no value here; give it a default, or name a tfvars file with --var-file; at line 120, Statement[0].Action
  policy = <<-EOF
    {
      "Statement": [{
        "Effect": "Allow",
        "Action": "${var.environment}",
        "Resource": "*"
      }]
    }
  EOF
}

resource "aws_iam_role" "open" {
  name = "open"
  assume_role_policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "*" }, Condition = var.conditions }] # expect notice: the conditions of the trust policy of aws_iam_role.open can't be checked: var.conditions has no value here; give it a default, or name a tfvars file with --var-file
  })
}

resource "aws_iam_role_policy_attachment" "open" {
  role       = aws_iam_role.open.name
  policy_arn = var.developers ? "arn:aws:iam::aws:policy/AdministratorAccess" : "arn:aws:iam::aws:policy/ReadOnlyAccess" # expect notice: policy_arn of aws_iam_role_policy_attachment.open can't be checked: var.developers has no value here; give it a default, or name a tfvars file with --var-file
}

resource "aws_iam_role_policy_attachment" "unknown" {
  role       = aws_iam_role.open.name
  policy_arn = var.environment # expect notice: policy_arn of aws_iam_role_policy_attachment.unknown can't be checked: var.environment has no value here; give it a default, or name a tfvars file with --var-file
}
