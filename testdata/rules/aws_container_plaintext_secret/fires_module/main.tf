module "database" {
  source = "./database"
}

resource "random_password" "session" {
  length = 32
}

module "web" {
  source         = "./service"
  session_secret = random_password.session.result # expect error: environment variable SESSION of container "main" takes random_password.session.result in clear, readable for all who may describe it; keep it in Secrets Manager and refer to it in secrets
  api_token      = "5f2b8c1d9e" # expect error: environment variable API_TOKEN of container "main" holds a secret in clear, readable for all who may describe it or see this code; keep it in Secrets Manager and refer to it in secrets, and change the secret
}

resource "aws_ecs_task_definition" "here" {
  family = "here"
  container_definitions = jsonencode([
    {
      name  = "web"
      image = "web:1.4.2"
      environment = [
        { name = "DATABASE", value = module.database.password }, # expect error: environment variable DATABASE of container "web" takes module.database.random_password.master.result in clear, readable for all who may describe it; keep it in Secrets Manager and refer to it in secrets
        { name = "DATABASE_HOST", value = module.database.host },
      ]
    },
  ])
}
