variable "image" {
  type = string
}

output "image" {
  value = var.image
}
