module "five" {
  source = "../five"
}

output "container" {
  value = module.five.container
}
