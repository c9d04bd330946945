resource "aws_iam_access_key" "mail" {
  user = "mail"
}

resource "aws_ssm_parameter" "smtp" {
  name  = "/mail/smtp-password"
  type  = "SecureString"
  value = aws_iam_access_key.mail.ses_smtp_password_v4 # expect notice: container "mail" is given aws_iam_access_key.mail.ses_smtp_password_v4 of user "mail" by way of aws_ssm_parameter.smtp, a password that works for whoever has it until it is deleted; send mail through the API of SES with the task role, and remove the key
}

resource "aws_ecs_task_definition" "mail" {
  family = "mail"
  container_definitions = jsonencode([
    {
      name        = "mail"
      image       = "mail:1.4.2"
      environment = [{ name = "SMTP_USERNAME", value = aws_iam_access_key.mail.id }]
      secrets     = [{ name = "SMTP_PASSWORD", valueFrom = aws_ssm_parameter.smtp.arn }]
    },
  ])
}
