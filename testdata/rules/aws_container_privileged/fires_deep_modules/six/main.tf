output "container" {
  value = {
    name       = "deep"
    image      = "registry.example.com/deep:1"
    privileged = true
  }
}
