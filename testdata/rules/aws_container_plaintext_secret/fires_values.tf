variable "host" {
  type = string
}

# A secret is known by its shape, whatever it is called. None of these was ever valid.
resource "aws_ecs_task_definition" "shapes" {
  family = "shapes"
  container_definitions = jsonencode([
    {
      name  = "web"
      image = "web:1.4.2"
      environment = [
        { name = "AWS", value = "AKIAABCDEFGHIJKLMNOP" }, # expect error: environment variable AWS of container "web" holds an AWS access key in clear, readable for all who may describe it or see this code; keep it in Secrets Manager and refer to it in secrets, and change the secret
        { name = "DATABASE", value = "postgres://app:hunter2@${var.host}:5432/app" }, # expect error: environment variable DATABASE of container "web" holds a password in a URL in clear, readable for all who may describe it or see this code; keep it in Secrets Manager and refer to it in secrets, and change the secret
        { name = "CACHE_URL", value = "rediss://:hunter2@${var.host}" }, # expect error: environment variable CACHE_URL of container "web" holds a password in a URL in clear, readable for all who may describe it or see this code; keep it in Secrets Manager and refer to it in secrets, and change the secret
        { name = "JDBC", value = "jdbc:mysql://${var.host}/app?user=app&password=hunter2" }, # expect error: environment variable JDBC of container "web" holds a password in a connection string in clear, readable for all who may describe it or see this code; keep it in Secrets Manager and refer to it in secrets, and change the secret
        { name = "SESSION", value = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJub2JvZHkifQ.c2lnbmF0dXJl" }, # expect error: environment variable SESSION of container "web" holds a JSON web token in clear, readable for all who may describe it or see this code; keep it in Secrets Manager and refer to it in secrets, and change the secret
        # expect-below error: environment variable KEY of container "web" holds a private key in clear, readable for all who may describe it or see this code; keep it in Secrets Manager and refer to it in secrets, and change the secret
        { name = "KEY", value = <<-PEM
          -----BEGIN EC PRIVATE KEY-----
          none
          -----END EC PRIVATE KEY-----
        PEM
        },
        # In one of two branches it is written all the same.
        { name = "BRANCH", value = var.host == "" ? "AKIAABCDEFGHIJKLMNOP" : "" }, # expect error: environment variable BRANCH of container "web" holds an AWS access key in clear, readable for all who may describe it or see this code; keep it in Secrets Manager and refer to it in secrets, and change the secret
      ]
      command      = ["serve", "--admin-password=hunter2", "--db", "mysql://app:hunter2@${var.host}"] # expect error: the command of container "web" holds a password in a URL in clear, readable for all who may describe it or see this code; read it from the environment, which secrets fills from Secrets Manager, and change the secret
      entryPoint   = ["sh", "-c", "export SIGNING_KEY=hunter2; exec \"$@\""] # expect error: SIGNING_KEY in the command of container "web" holds a secret in clear, readable for all who may describe it or see this code; read it from the environment, which secrets fills from Secrets Manager, and change the secret
      healthCheck  = { command = ["CMD-SHELL", "curl -f http://probe:hunter2@localhost/health || exit 1"] } # expect error: the health check of container "web" holds a password in a URL in clear, readable for all who may describe it or see this code; read it from the environment, which secrets fills from Secrets Manager, and change the secret
      dockerLabels = { "com.example.webhook" = "https://app:hunter2@hooks.example.com" } # expect error: Docker label com.example.webhook of container "web" holds a password in a URL in clear, readable for all who may describe it or see this code; remove it, and change the secret
      logConfiguration = {
        logDriver = "splunk"
        options = {
          splunk-url   = "https://splunk.example.com"
          splunk-token = "0d5b1a52-0000-4000-8000-2f0b6a1c0d1e" # expect error: log option splunk-token of container "web" holds a secret in clear, readable for all who may describe it or see this code; move it to secretOptions, and change the secret
        }
      }
    },
  ])
}

# What is left for a secret to be put in later.
resource "aws_ecs_task_definition" "placeholders" {
  family = "placeholders"
  container_definitions = jsonencode([
    {
      name  = "web"
      image = "web:1.4.2"
      environment = [
        { name = "DB_PASSWORD", value = "changeme" }, # expect notice: environment variable DB_PASSWORD of container "web" holds a placeholder, and the secret in its place will be in clear; keep it in Secrets Manager and refer to it in secrets
        { name = "DATABASE_URL", value = "postgres://app:password@localhost/app" }, # expect notice: environment variable DATABASE_URL of container "web" holds a placeholder for a password in a URL, and the secret in its place will be in clear; keep it in Secrets Manager and refer to it in secrets
      ]
    },
  ])
}
