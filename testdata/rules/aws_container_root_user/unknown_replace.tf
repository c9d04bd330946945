# What a loop or a condition may write beside a member that is missing, and what a pattern may take away, may be that member.

variable "extra" {
  type = map(string)
}

variable "user" {
  type = string
}

resource "aws_ecs_task_definition" "comma" {
  family = "comma"
  container_definitions = replace(<<-EOF
    [{
      "name": "comma",
      "image": "registry.example.com/web:1",
      "essential": true,
      %{for key, value in var.extra~}
      "${key}": ${value},
      %{endfor~}
    }]
  EOF
  , "/,\\s*}/", "}")
}

resource "aws_ecs_task_definition" "null" {
  family = "null"
  container_definitions = replace(
    jsonencode([{ name = "null", image = "registry.example.com/web:1", essential = true, user = var.user, workingDirectory = null }]),
    "/,?\"[a-zA-Z]+\":null/", "",
  )
}

resource "aws_ecs_task_definition" "yaml" {
  family = "yaml"
  container_definitions = jsonencode([yamldecode(replace(<<-EOF
    name: yaml
    image: registry.example.com/web:1
    user: "${var.user}"
    workingDirectory: ""
    cpu: 10
  EOF
  , "/ *[a-zA-Z]+: \"\"\\n/", ""))])
}
