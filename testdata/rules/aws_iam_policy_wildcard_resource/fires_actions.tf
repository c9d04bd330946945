# The message names exactly the actions that could be limited.
resource "aws_iam_role_policy" "actions" {
  role = "app"
  policy = jsonencode({
    Statement = [
      {
        Sid      = "Secrets"
        Effect   = "Allow"
        Action   = ["secretsmanager:GetSecretValue", "secretsmanager:ListSecrets", "ssm:GetParameter*", "kms:Decrypt"]
        Resource = "*" # expect warning: statement "Secrets" of aws_iam_role_policy.actions allows secretsmanager:GetSecretValue, ssm:GetParameter* and kms:Decrypt on every resource, so one stolen credential reaches all of them; name the resources that are needed
      },
      {
        Sid      = "Task"
        Effect   = "Allow"
        Action   = ["ecs:runtask", "ecs:DeregisterTaskDefinition", "ecs:DescribeTasks", "iam:PassRole"]
        Resource = ["*"] # expect warning: statement "Task" of aws_iam_role_policy.actions allows ecs:RunTask on every resource, so one stolen credential reaches all of them; name the resources that are needed
      },
      {
        Sid      = "Permissions"
        Effect   = "Allow"
        Action   = ["ecr:SetRepositoryPolicy"]
        Resource = ["*"] # expect warning: statement "Permissions" of aws_iam_role_policy.actions allows ecr:SetRepositoryPolicy on every resource, so one stolen credential reaches all of them; name the resources that are needed
      },
      {
        Sid      = "Variants"
        Effect   = "Allow"
        Action   = ["kms:GenerateDataKey*", "kms:ReEncrypt*", "ecr:Batch*"]
        Resource = ["*"] # expect warning: statement "Variants" of aws_iam_role_policy.actions allows kms:GenerateDataKey*, kms:ReEncrypt*, ecr:BatchDeleteImage and ecr:BatchImportUpstreamImage on every resource, so one stolen credential reaches all of them; name the resources that are needed
      },
      {
        Sid      = "Agent" # as in AWS's own policy for container hosts
        Effect   = "Allow"
        Action   = ["ecs:DiscoverPollEndpoint", "ecs:Poll", "ecs:Submit*", "ecs:StartTelemetrySession"]
        Resource = ["*"]
      },
      {
        Sid      = "Many"
        Effect   = "Allow"
        Action   = ["s3:PutObject", "s3:DeleteObject", "sqs:SendMessage", "sqs:DeleteMessage", "sns:Publish", "lambda:InvokeFunction", "s3:PutObject"]
        Resource = ["*"] # expect warning: statement "Many" of aws_iam_role_policy.actions allows s3:PutObject, s3:DeleteObject, sqs:SendMessage, sqs:DeleteMessage and 2 more on every resource, so one stolen credential reaches all of them; name the resources that are needed
      },
      {
        Sid      = "UnknownAction"
        Effect   = "Allow"
        Action   = [var.action, "sqs:SendMessage"]
        Resource = ["*"] # expect warning: statement "UnknownAction" of aws_iam_role_policy.actions allows sqs:SendMessage on every resource, so one stolen credential reaches all of them; name the resources that are needed
      },
      {
        Sid      = "Logs"
        Effect   = "Allow"
        Action   = ["logs:CreateLogStream", "logs:PutLogEvents", "sqs:SendMessage"]
        Resource = ["*"] # expect warning: statement "Logs" of aws_iam_role_policy.actions allows sqs:SendMessage on every resource, so one stolen credential reaches all of them; name the resources that are needed
      },
    ]
  })
}

variable "action" {}
