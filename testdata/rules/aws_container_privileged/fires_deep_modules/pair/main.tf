module "instances" {
  source = "../instances"
}

output "first" {
  value = module.instances.first
}

output "second" {
  value = module.instances.second
}
