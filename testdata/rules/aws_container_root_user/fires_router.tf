# The log router of AWS's examples runs as root.
resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    {
      name                  = "log_router"
      image                 = "public.ecr.aws/aws-observability/aws-for-fluent-bit:2.32.0"
      user                  = "0" # expect warning: container "log_router", a log router, runs as root (user = "0"); set a user that is not root unless its configuration needs it
      firelensConfiguration = { type = "fluentbit" }
    },
  ])
}

resource "aws_ecs_task_definition" "windows" {
  family = "windows"
  runtime_platform {
    operating_system_family = "WINDOWS_SERVER_2022_CORE"
  }
  container_definitions = jsonencode([
    { name = "windows", image = "web:1", user = "ContainerAdministrator" }, # expect error: container "windows" runs as root (user = "ContainerAdministrator"): an attacker in it owns all of it, and its host after a break-out; set a user that is not root, such as "ContainerUser"
  ])
}
