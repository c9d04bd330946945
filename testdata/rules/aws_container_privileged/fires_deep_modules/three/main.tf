module "four" {
  source = "../four"
}

output "container" {
  value = module.four.container
}
