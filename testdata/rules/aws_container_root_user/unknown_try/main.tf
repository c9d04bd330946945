variable "legacy" {
  type = bool
}
# Whether there is a module to ask is not known.
module "user" {
  source = "./user"
  count  = var.legacy ? 1 : 0
}

resource "aws_ecs_task_definition" "try" {
  family = "try"
  container_definitions = jsonencode([{
    name  = "try"
    image = "registry.example.com/web:1"
    user  = try(module.user[0].name, "1000")
  }])
}
