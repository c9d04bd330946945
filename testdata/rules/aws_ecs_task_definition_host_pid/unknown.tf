variable "mode" {
  type = string
}

resource "aws_ecs_task_definition" "variable" {
  family                = "variable"
  pid_mode              = var.mode
  container_definitions = jsonencode([{ name = "web", image = "web:1" }])
}

resource "aws_ecs_task_definition" "either" {
  family                = "either"
  pid_mode              = var.mode == "x" ? "host" : null
  container_definitions = jsonencode([{ name = "web", image = "web:1" }])
}

resource "aws_batch_job_definition" "job" {
  name           = "job"
  type           = "container"
  ecs_properties = <<EOF
{ "taskProperties": [{ "pidMode": "${var.mode}", "containers": [{ "name": "first", "image": "job:1" }] }] }
EOF
}
