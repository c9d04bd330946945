variable "profile" {
  type = string
}

variable "options" {
  type = list(string)
}

resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    { name = "list", image = "web:1", dockerSecurityOptions = var.options },
    { name = "item", image = "web:1", dockerSecurityOptions = [var.profile] },
    { name = "profile", image = "web:1", dockerSecurityOptions = ["apparmor:${var.profile}"] },
  ])
}

resource "aws_ecs_task_definition" "heredoc" {
  family                = "heredoc"
  container_definitions = <<EOF
[{ "name": "web", "image": "web:1", "dockerSecurityOptions": ["seccomp:${var.profile}"] }]
EOF
}

resource "aws_launch_template" "hosts" {
  name      = "hosts"
  user_data = var.profile
}

resource "aws_instance" "host" {
  ami           = "ami-1"
  instance_type = "t3.small"
  user_data     = "dockerd --seccomp-profile=${var.profile}"
}
