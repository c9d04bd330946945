locals {
  base_NNN = {
    essential              = true
    user                   = "10001"
    readonlyRootFilesystem = true
    memory                 = 256
    logConfiguration       = { logDriver = "awslogs", options = { awslogs-group = "/ecs/NNN", awslogs-region = var.region } }
  }
  web_NNN  = merge(local.base_NNN, { name = "web", image = "111122223333.dkr.ecr.eu-west-1.amazonaws.com/web@${var.image_digest}" })
  text_NNN = jsonencode(local.web_NNN)
}

resource "aws_ecs_task_definition" "merged_NNN" {
  family                = "merged-NNN"
  container_definitions = jsonencode([local.web_NNN, merge(local.web_NNN, { name = "agent" })])
}

resource "aws_ecs_task_definition" "concatenated_NNN" {
  family                = "concatenated-NNN"
  container_definitions = jsonencode(concat([local.web_NNN], var.vpc_id == "" ? [merge(local.web_NNN, { name = "debug" })] : []))
}

resource "aws_ecs_task_definition" "looped_NNN" {
  family                = "looped-NNN"
  container_definitions = jsonencode([for n in ["a", "b"] : merge(local.web_NNN, { name = n })])
}

resource "aws_ecs_task_definition" "parts_NNN" {
  family                = "parts-NNN"
  container_definitions = "[${local.text_NNN},${jsonencode(merge(local.web_NNN, { name = "agent" }))}]"
}

resource "aws_ecs_task_definition" "heredoc_NNN" {
  family                = "heredoc-NNN"
  container_definitions = <<-EOF
    [
      {
        "name": "web",
        "image": "111122223333.dkr.ecr.eu-west-1.amazonaws.com/web@${var.image_digest}",
        "user": "10001",
        "readonlyRootFilesystem": true,
        "memory": 256,
        "environment": [{"name": "REGION", "value": "${var.region}"}, {"name": "VPC", "value": "${var.vpc_id}"}],
        "logConfiguration": {"logDriver": "awslogs", "options": {"awslogs-group": "/ecs/NNN", "awslogs-region": "${var.region}"}}
      }
    ]
  EOF
}

resource "aws_ecs_task_definition" "template_NNN" {
  family                = "template-NNN"
  container_definitions = templatefile("${path.module}/web.json.tftpl", { digest = var.image_digest, group = "/ecs/NNN", region = var.region })
}

resource "aws_ecs_task_definition" "conditional_NNN" {
  family                = "conditional-NNN"
  container_definitions = var.vpc_id == "" ? "[]" : jsonencode([local.web_NNN])
}

resource "aws_ecs_task_definition" "each_NNN" {
  for_each              = { a = local.web_NNN, b = merge(local.web_NNN, { name = "b" }) }
  family                = "each-NNN-${each.key}"
  container_definitions = jsonencode([each.value])
}
