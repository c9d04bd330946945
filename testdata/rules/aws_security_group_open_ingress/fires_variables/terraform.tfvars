rules = {
  docker = { port = 2375, cidr = "0.0.0.0/0" }
  https  = { port = 443, cidr = "0.0.0.0/0" }
  ssh    = { port = 22, cidr = "10.0.0.0/8" }
}
