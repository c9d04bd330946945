# In a called module only what the caller decides is reported, where the caller decides it.
module "group" {
  source = "./group"
  name   = "app"
  cidrs  = ["0.0.0.0/0"] # expect notice: security group "app" allows connections to the whole internet (0.0.0.0/0) on every port; allow only the destinations and ports that are needed
}
