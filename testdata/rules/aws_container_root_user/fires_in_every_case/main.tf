# An argument that is one of several values, none of which is fine.

variable "legacy" {
  type = bool
}

module "service" {
  source = "./service"
  user   = var.legacy ? "root" : "0" # expect error: container "web" runs as root (user = "root"): an attacker in it owns all of it, and its host after a break-out; set a user that is not root, such as "1000:1000"; what may stand here instead is no better; at line 9 of main.tf
}
