variable "role" {
  type = string
}

variable "compatibilities" {
  type = list(string)
}

resource "aws_ecs_task_definition" "role" {
  family                   = "role"
  requires_compatibilities = ["EC2"]
  task_role_arn            = var.role
  container_definitions    = jsonencode([{ name = "web", image = "web:1" }])
}

resource "aws_ecs_task_definition" "anywhere" {
  family                   = "anywhere"
  requires_compatibilities = var.compatibilities
  container_definitions    = jsonencode([{ name = "web", image = "web:1" }])
}

# Terraform may run it on Fargate: the mode is not known.
resource "aws_ecs_task_definition" "mode" {
  family                = "mode"
  network_mode          = var.role
  cpu                   = 256
  memory                = 512
  container_definitions = jsonencode([{ name = "web", image = "web:1" }])
}

resource "aws_batch_job_definition" "platform" {
  name                  = "platform"
  type                  = "container"
  platform_capabilities = var.compatibilities
  container_properties  = jsonencode({ image = "job:1" })
}

resource "aws_batch_job_definition" "heredoc" {
  name                 = "heredoc"
  type                 = "container"
  container_properties = <<EOF
{ "image": "job:1", "jobRoleArn": "${var.role}" }
EOF
}
