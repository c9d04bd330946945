variable "queue" {
  type = string
}

variable "action" {
  type = string
}

locals {
  statement = {
    Sid      = "Deploy"
    Effect   = "Allow"
    Action   = var.action
    Resource = ["*", var.queue]
  }
}

output "statement" {
  value = local.statement
}

output "json" {
  value = jsonencode({ Statement = [local.statement] })
}
