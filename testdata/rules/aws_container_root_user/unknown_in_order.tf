variable "legacy" {
  type = bool
}

# Both lists have the same elements, but which comes first is not known.
resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([{
    name  = "web"
    image = "registry.example.com/web:1"
    user  = concat(["nobody"], var.legacy ? ["root", "1000"] : ["1000", "root"])[1]
  }])
}
