resource "aws_iam_access_key" "app" {
  user = "app"
}

module "user" {
  source = "./user"
}

module "app" {
  source            = "./service"
  access_key_id     = aws_iam_access_key.app.id
  secret_access_key = aws_iam_access_key.app.secret # expect error: container "main" is given aws_iam_access_key.app.secret in clear, a key that works for whoever has it until it is deleted; allow the task role what its user may do, and remove the key
}

resource "aws_ecs_task_definition" "here" {
  family = "here"
  container_definitions = jsonencode([
    {
      name  = "id"
      image = "web:1.4.2"
      environment = [
        { name = "AWS_ACCESS_KEY_ID", value = module.user.id }, # expect warning: container "id" is given module.user.aws_iam_access_key.this.id, a key that works for whoever has it until it is deleted; allow the task role what its user may do, and remove the key
      ]
    },
    {
      name  = "secret"
      image = "web:1.4.2"
      environment = [
        { name = "AWS_SECRET_ACCESS_KEY", value = module.user.secret }, # expect error: container "secret" is given module.user.aws_iam_access_key.this.secret in clear, a key that works for whoever has it until it is deleted; allow the task role what its user may do, and remove the key
      ]
    },
    {
      name  = "credentials"
      image = "web:1.4.2"
      environment = [
        { name = "USER", value = module.user.credentials.user },
        { name = "AWS_SECRET_ACCESS_KEY", value = module.user.credentials.secret }, # expect error: container "credentials" is given module.user.aws_iam_access_key.this.secret in clear, a key that works for whoever has it until it is deleted; allow the task role what its user may do, and remove the key
      ]
    },
  ])
}
