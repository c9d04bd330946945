variable "queue" {
  type = string
}

variable "action" {
  type = string
}

module "inner" {
  source = "../output"

  queue  = var.queue
  action = var.action
}

output "json" {
  value = module.inner.json
}
