variable "image" {
  type = string
}

variable "privileged" {
  type = bool
}

module "inner" {
  source = "../output"

  name       = "output_of_output"
  image      = var.image
  privileged = var.privileged
}

output "definitions" {
  value = module.inner.definitions
}
