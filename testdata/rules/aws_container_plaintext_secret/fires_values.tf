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
        { name = "AWS", value = "AKIAABCDEFGHIJKLMNOP" },
        { name = "DATABASE", value = "postgres://app:hunter2@${var.host}:5432/app" },
        { name = "CACHE_URL", value = "rediss://:hunter2@${var.host}" },
        { name = "JDBC", value = "jdbc:mysql://${var.host}/app?user=app&password=hunter2" },
        { name = "SESSION", value = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJub2JvZHkifQ.c2lnbmF0dXJl" },
        { name = "KEY", value = <<-PEM
          -----BEGIN EC PRIVATE KEY-----
          none
          -----END EC PRIVATE KEY-----
        PEM
        },
        # In one of two branches it is written all the same.
        { name = "BRANCH", value = var.host == "" ? "AKIAABCDEFGHIJKLMNOP" : "" },
      ]
      command      = ["serve", "--admin-password=hunter2", "--db", "mysql://app:hunter2@${var.host}"]
      entryPoint   = ["sh", "-c", "export SIGNING_KEY=hunter2; exec \"$@\""]
      healthCheck  = { command = ["CMD-SHELL", "curl -f http://probe:hunter2@localhost/health || exit 1"] }
      dockerLabels = { "com.example.webhook" = "https://app:hunter2@hooks.example.com" }
      logConfiguration = {
        logDriver = "splunk"
        options = {
          splunk-url   = "https://splunk.example.com"
          splunk-token = "0d5b1a52-0000-4000-8000-2f0b6a1c0d1e"
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
        { name = "DB_PASSWORD", value = "changeme" },
        { name = "DATABASE_URL", value = "postgres://app:password@localhost/app" },
      ]
    },
  ])
}
