variable "health_check" {
  type = any
}

variable "essential" {
  type = bool
}

variable "target_groups" {
  type = list(string)
}

resource "aws_ecs_task_definition" "variable" {
  family = "variable"
  container_definitions = jsonencode([
    { name = "check", image = "web:1.4.2", healthCheck = var.health_check },
    { name = "essential", image = "web:1.4.2", essential = var.essential },
  ])
}

resource "aws_ecs_service" "variable" {
  name            = "variable"
  task_definition = aws_ecs_task_definition.variable.arn
}

resource "aws_ecs_task_definition" "heredoc" {
  family                = "heredoc"
  container_definitions = <<JSON
[{ "name": "web", "image": "web:1.4.2", "healthCheck": ${jsonencode(var.health_check)} }]
JSON
}

resource "aws_ecs_service" "heredoc" {
  name            = "heredoc"
  task_definition = aws_ecs_task_definition.heredoc.arn
}

# A load balancer may be there.
resource "aws_ecs_task_definition" "balanced" {
  family                = "balanced"
  container_definitions = jsonencode([{ name = "web", image = "web:1.4.2" }])
}

resource "aws_ecs_service" "balanced" {
  name            = "balanced"
  task_definition = aws_ecs_task_definition.balanced.arn

  dynamic "load_balancer" {
    for_each = var.target_groups
    content {
      target_group_arn = load_balancer.value
      container_name   = "web"
      container_port   = 8080
    }
  }
}
