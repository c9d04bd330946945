variable "containers" {
  type = any
}

module "json" {
  source = "../json"

  definitions = jsonencode(var.containers)
}
