resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    {
      name  = "web"
      image = "web:1.4.2"
      environment = [
        { name = "LICENSE_KEY", value = "5f2b8c1d9e" },
        { name = "PARTNER", value = "acme_abcdefgh" },
        { name = "DB_PASSWORD", value = "not-in-the-list" },
        { name = "PUBLIC_LICENSE_KEY", value = "harmless" },
        { name = "TEST_LICENSE_KEY", value = "dummy-license" },
      ]
    }
  ])
}
