resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    {
      name  = "web"
      image = "web:1.4.2"
      environment = [
        { name = "LICENSE_KEY", value = "5f2b8c1d9e" }, # expect error: environment variable LICENSE_KEY of container "web" holds a secret in clear, readable for all who may describe it or see this code; keep it in Secrets Manager and refer to it in secrets, and change the secret
        { name = "PARTNER", value = "acme_abcdefgh" }, # expect error: environment variable PARTNER of container "web" holds a secret in clear, readable for all who may describe it or see this code; keep it in Secrets Manager and refer to it in secrets, and change the secret
        { name = "DB_PASSWORD", value = "not-in-the-list" },
        { name = "PUBLIC_LICENSE_KEY", value = "harmless" },
        { name = "TEST_LICENSE_KEY", value = "dummy-license" },
      ]
    }
  ])
}
