variable "debug" {
  type = bool
}

# One of them is fine.
resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([{
    name  = "web"
    image = "registry.example.com/web:1"
    linuxParameters = {
      capabilities = {
        add = var.debug ? ["SYS_ADMIN"] : ["NET_BIND_SERVICE"]
      }
    }
  }])
}
