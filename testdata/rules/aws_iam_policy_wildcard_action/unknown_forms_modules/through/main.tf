variable "statements" {
  type = any
}

module "json" {
  source = "../json"

  policy = jsonencode({ Statement = var.statements })
}
