variable "name" {
  type    = string
  default = "output"
}

variable "image" {
  type = string
}

variable "privileged" {
  type = bool
}

locals {
  container = {
    name       = var.name
    image      = var.image
    privileged = var.privileged
  }
}

output "container" {
  value = local.container
}

output "definitions" {
  value = jsonencode([local.container])
}
