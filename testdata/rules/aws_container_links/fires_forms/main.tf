variable "link" {
  type = string
}

# bridge is the default.
resource "aws_ecs_task_definition" "heredoc" {
  family                = "heredoc"
  # expect-below notice: container "heredoc" is linked to other containers over the bridge that all containers of the host share; use network_mode = "awsvpc", and remove links; at line 11, [0].links
  container_definitions = <<EOF
[
  { "name": "heredoc", "image": "web:1", "links": ["${var.link}"] }
]
EOF
}

resource "aws_ecs_task_definition" "template" {
  family                = "template"
  container_definitions = templatefile("web.json.tftpl", { links = ["redis"] }) # expect notice: container "template" is linked to other containers over the bridge that all containers of the host share; use network_mode = "awsvpc", and remove links
}

# The image is one of two, the links are the same in both, and are shown where they are written.
resource "aws_ecs_task_definition" "either" {
  family = "either"
  container_definitions = templatefile("either.json.tftpl", { # expect notice: container "either" is linked to other containers over the bridge that all containers of the host share; use network_mode = "awsvpc", and remove links; at line 2 of either.json.tftpl, [0].links
    image = var.link == "x" ? "web:1" : "web:2"
  })
}
