variable "user" {
  type = string
}

variable "more" {
  type = map(string)
}

variable "containers" {
  type = string
}

variable "family" {
  type = string
}

resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    { name = "variable", image = "web:1", user = var.user },
    { name = "group", image = "web:1", user = "${var.user}:0" },
    { name = "either", image = "web:1", user = var.user == "x" ? "root" : "app" },
    merge({ name = "merged", image = "web:1" }, var.more),
  ])
}

resource "aws_ecs_task_definition" "elsewhere" {
  family                = "elsewhere"
  container_definitions = var.containers
}

# It may be Windows.
resource "aws_ecs_task_definition" "platform" {
  family = "platform"
  runtime_platform {
    operating_system_family = var.family
  }
  container_definitions = jsonencode([{ name = "web", image = "web:1" }])
}

resource "aws_ecs_task_definition" "heredoc" {
  family                = "heredoc"
  container_definitions = <<EOF
[
  { "name": "value", "image": "web:1", "user": "${var.user}" },
  { "name": "member", "image": "web:1" ${var.containers} }
]
EOF
}

resource "aws_batch_job_definition" "job" {
  name                 = "job"
  type                 = "container"
  container_properties = jsonencode(merge({ image = "job:1" }, var.more))
}
