variable "gid" {
  type = string
}

resource "aws_ecs_task_definition" "heredoc" {
  family                = "heredoc"
  # expect-below error: container "heredoc" runs as root (user = "0:…"): an attacker in it owns all of it, and its host after a break-out; set a user that is not root, such as "1000:1000"; at line 13, [0].User
  container_definitions = <<EOF
[
  {
    "Name": "heredoc",
    "image": "web:1",
    "User": "0:${var.gid}"
  }
]
EOF
}

resource "aws_ecs_task_definition" "template" {
  family = "template"
  container_definitions = templatefile("${path.module}/web.json.tftpl", { # expect error: container "template" runs as root (user = "root"): an attacker in it owns all of it, and its host after a break-out; set a user that is not root, such as "1000:1000"; at line 5 of web.json.tftpl, [0].user
    image = "web:1"
    user  = "root"
  })
}

resource "aws_ecs_task_definition" "file" {
  family                = "file"
  container_definitions = file("worker.json") # expect notice: container "worker" sets no user and runs as root unless its image says otherwise; set a user that is not root, such as "1000:1000"; at line 2 of worker.json, [0]
}

locals {
  user = "0" # expect error: container "a" runs as root (user = "0"): an attacker in it owns all of it, and its host after a break-out; set a user that is not root, such as "1000:1000"
}

# What a local, a loop and a number make of it.
resource "aws_ecs_task_definition" "for" {
  family = "for"
  container_definitions = jsonencode([
    for name in ["a", "b"] : { name = name, image = "web:1", user = name == "a" ? local.user : 1000 }
  ])
}

resource "aws_ecs_task_definition" "number" {
  family                = "number"
  container_definitions = jsonencode([{ name = "number", image = "web:1", user = 0 }]) # expect error: container "number" runs as root (user = "0"): an attacker in it owns all of it, and its host after a break-out; set a user that is not root, such as "1000:1000"
}
