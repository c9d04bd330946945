resource "aws_iam_access_key" "mail" {
  user = "mail"
}

# In clear it is a password like any other.
resource "aws_ecs_task_definition" "mail" {
  family = "mail"
  container_definitions = jsonencode([
    {
      name  = "mail"
      image = "mail:1.4.2"
      environment = [
        { name = "SMTP_USERNAME", value = aws_iam_access_key.mail.id },
        { name = "SMTP_PASSWORD", value = aws_iam_access_key.mail.ses_smtp_password_v4 }, # expect error: container "mail" is given aws_iam_access_key.mail.ses_smtp_password_v4 of user "mail" in clear, a password that works for whoever has it until it is deleted; send mail through the API of SES with the task role, and remove the key
      ]
    },
  ])
}
