variable "readonly" {
  type = bool
}

variable "exec" {
  type = bool
}

variable "more" {
  type = map(string)
}

variable "os" {
  type = string
}

resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    { name = "variable", image = "web:1", readonlyRootFilesystem = var.readonly },
    merge({ name = "merged", image = "web:1" }, var.more),
  ])
}

resource "aws_ecs_task_definition" "exec" {
  family                = "exec"
  container_definitions = jsonencode([{ name = "exec", image = "web:1" }])
}

resource "aws_ecs_service" "exec" {
  name                   = "exec"
  task_definition        = aws_ecs_task_definition.exec.arn
  enable_execute_command = var.exec
}

resource "aws_ecs_task_definition" "either" {
  family = "either"
  runtime_platform {
    operating_system_family = var.readonly ? "LINUX" : "WINDOWS_SERVER_2022_CORE"
  }
  container_definitions = jsonencode([{ name = "either", image = "web:1" }])
}

resource "aws_batch_job_definition" "job" {
  name                 = "job"
  type                 = "container"
  container_properties = <<EOF
{ "image": "job:1", "readonlyRootFilesystem": ${var.readonly} }
EOF
}
