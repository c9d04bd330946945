variable "options" {
  type = list(string)
}

variable "compatibilities" {
  type = list(string)
}

resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["EC2"]
  container_definitions = jsonencode([
    { name = "list", image = "web:1", dockerSecurityOptions = var.options },
    { name = "item", image = "web:1", dockerSecurityOptions = [var.options[0]] },
    merge({ name = "merged", image = "web:1" }, var.options...),
  ])
}

resource "aws_ecs_task_definition" "anywhere" {
  family                   = "anywhere"
  requires_compatibilities = var.compatibilities
  container_definitions    = jsonencode([{ name = "web", image = "web:1" }])
}

resource "aws_ecs_task_definition" "heredoc" {
  family                   = "heredoc"
  requires_compatibilities = ["EC2"]
  container_definitions    = <<EOF
[{ "name": "web", "image": "web:1", "dockerSecurityOptions": ${jsonencode(var.options)} }]
EOF
}
