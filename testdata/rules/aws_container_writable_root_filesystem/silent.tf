resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    { name = "read-only", image = "web:1", readonlyRootFilesystem = true },
    { name = "text", image = "web:1", readonlyRootFilesystem = "true" },
  ])
}

# ECS Exec writes to the root file system.
resource "aws_ecs_task_definition" "exec" {
  family                = "exec"
  container_definitions = jsonencode([{ name = "exec", image = "web:1" }])
}

resource "aws_ecs_service" "exec" {
  name                   = "exec"
  task_definition        = "${aws_ecs_task_definition.exec.family}:${aws_ecs_task_definition.exec.revision}"
  enable_execute_command = true
}

resource "aws_ecs_task_definition" "event" {
  family                = "event"
  container_definitions = jsonencode([{ name = "event", image = "web:1" }])
}

resource "aws_cloudwatch_event_target" "event" {
  rule = "event"
  arn  = "arn:aws:ecs:eu-central-1:111122223333:cluster/main"
  ecs_target {
    task_definition_arn    = aws_ecs_task_definition.event.arn
    enable_execute_command = true
  }
}

resource "aws_ecs_task_definition" "windows" {
  family = "windows"
  runtime_platform {
    operating_system_family = "WINDOWS_SERVER_2022_CORE"
  }
  container_definitions = jsonencode([{ name = "windows", image = "web:1" }])
}

resource "aws_batch_job_definition" "job" {
  name                 = "job"
  type                 = "container"
  container_properties = jsonencode({ image = "job:1", readonlyRootFilesystem = true })
}

resource "aws_ecs_express_gateway_service" "web" {
  primary_container {
    image = "web:1"
  }
}

# A module runs it, with ECS Exec.
resource "aws_ecs_task_definition" "module" {
  family                = "module"
  container_definitions = jsonencode([{ name = "module", image = "web:1" }])
}

module "service" {
  source                 = "example.com/acme/service/aws"
  task_definition_arn    = aws_ecs_task_definition.module.arn
  enable_execute_command = true
}
