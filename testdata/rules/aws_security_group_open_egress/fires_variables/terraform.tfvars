cidr = "0.0.0.0/0"

rules = [
  { protocol = "tcp", cidrs = ["10.0.0.0/8"] },
  { protocol = "-1", cidrs = ["10.0.0.0/8", "0.0.0.0/0"] },
]
