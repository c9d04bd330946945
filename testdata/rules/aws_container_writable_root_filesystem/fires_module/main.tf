# What the called module lacks is told where the module is linted, not at each argument of the call.
module "lacking" {
  source = "./modules/service"
  name   = "web"
  image  = "web:1"
}

# What the caller says is told here.
module "writable" {
  source   = "./modules/service"
  name     = "worker"
  image    = "worker:1"
  readonly = false # expect warning: container "worker" can write to its root file system, so that an attacker can change the application and add tools; set readonlyRootFilesystem = true, and mount a volume where it has to write
}
