module "two" {
  source = "../two"
}

output "container" {
  value = module.two.container
}
