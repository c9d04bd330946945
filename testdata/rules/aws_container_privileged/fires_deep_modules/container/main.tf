variable "name" {
  type = string
}

variable "confined" {
  type = bool
}

output "container" {
  value = {
    name       = var.name
    image      = "registry.example.com/${var.name}:1"
    privileged = !var.confined
  }
}
