variable "init" {
  type = bool
}

variable "linux" {
  type = any
}

resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    { name = "variable", image = "web:1", linuxParameters = { initProcessEnabled = var.init } },
    { name = "linux", image = "web:1", linuxParameters = var.linux },
    merge({ name = "merged", image = "web:1" }, var.linux),
  ])
}

resource "aws_batch_job_definition" "heredoc" {
  name                 = "heredoc"
  type                 = "container"
  container_properties = <<EOF
{ "image": "job:1", "linuxParameters": { "initProcessEnabled": ${var.init} } }
EOF
}

resource "aws_ecs_daemon_task_definition" "agent" {
  family = "agent"
  container_definition {
    name  = "agent"
    image = "agent:1"
    linux_parameters {
      init_process_enabled = var.init
    }
  }
}
