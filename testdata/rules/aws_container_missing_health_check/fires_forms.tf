variable "image" {
  type = string
}

resource "aws_ecs_task_definition" "forms" {
  family = "forms"
  container_definitions = jsonencode([
    { name = "none", image = "web:1.4.2", healthCheck = { command = ["NONE"] } }, # expect notice: container "none" has no health check and no load balancer before it, so that ECS takes it for healthy as long as it runs; add healthCheck
    { name = "null", image = "web:1.4.2", healthCheck = null, essential = true }, # expect notice: container "null" has no health check and no load balancer before it, so that ECS takes it for healthy as long as it runs; add healthCheck
  ])
}

resource "aws_ecs_service" "forms" {
  name            = "forms"
  task_definition = "${aws_ecs_task_definition.forms.family}:${aws_ecs_task_definition.forms.revision}"
}

resource "aws_ecs_task_definition" "heredoc" {
  family                = "heredoc"
  # expect-below notice: container "web" has no health check and no load balancer before it, so that ECS takes it for healthy as long as it runs; add healthCheck; at line 23, [0]
  container_definitions = <<JSON
[
  { "name": "web", "image": "${var.image}" },
  { "name": "side", "image": "${var.image}", "essential": false }
]
JSON
}

resource "aws_ecs_service" "heredoc" {
  name            = "heredoc"
  task_definition = aws_ecs_task_definition.heredoc.arn
}

resource "aws_ecs_daemon_task_definition" "agent" {
  family = "agent"

  container_definition { # expect notice: container "agent" has no health check and no load balancer before it, so that ECS takes it for healthy as long as it runs; add healthCheck
    name  = "agent"
    image = "agent:1.4.2"
  }
}

resource "aws_ecs_task_definition" "set" {
  family                = "set"
  container_definitions = jsonencode([{ name = "set", image = "web:1.4.2" }]) # expect notice: container "set" has no health check and no load balancer before it, so that ECS takes it for healthy as long as it runs; add healthCheck
}

resource "aws_ecs_task_set" "set" {
  cluster         = "main"
  service         = "set"
  task_definition = aws_ecs_task_definition.set.arn
}
