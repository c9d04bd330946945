output "name" {
  value = "root"
}
