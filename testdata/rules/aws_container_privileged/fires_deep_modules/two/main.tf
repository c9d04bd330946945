module "three" {
  source = "../three"
}

output "container" {
  value = module.three.container
}
