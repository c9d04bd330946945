module "container" {
  source = "../container"

  for_each = {
    first  = false
    second = true
  }

  name     = each.key
  confined = each.value
}

output "first" {
  value = module.container["first"].container
}

output "second" {
  value = module.container["second"].container
}
