variable "name" {}
variable "privileged" {}

output "container" {
  value = {
    name       = var.name
    image      = "app:1"
    privileged = var.privileged
  }
}
