module "six" {
  source = "../six"
}

output "container" {
  value = module.six.container
}
