# Which of several values it is decides somebody else, but none of them is fine.

variable "debug" {
  type = bool
}

resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([{
    name  = "web"
    image = "registry.example.com/web:1"
    linuxParameters = {
      capabilities = {
        # expect-below error: container "web" gets the capability SYS_ADMIN, a power of root that reaches beyond the container; remove it, or add one that can do less; what may stand here instead is no better
        add = var.debug ? ["SYS_ADMIN"] : ["ALL"]
      }
    }
  }])
}

# The mildest of them is reported.
resource "aws_ecs_task_definition" "mild" {
  family = "mild"
  container_definitions = jsonencode([{
    name  = "mild"
    image = "registry.example.com/web:1"
    linuxParameters = {
      # expect-below warning: container "mild" gets the capability SYS_PTRACE, which containers don't have by default; remove it unless the application needs it; what may stand here instead is no better
      capabilities = var.debug ? { add = ["SYS_ADMIN"] } : { add = ["SYS_PTRACE"] }
    }
  }])
}

# In a text, too.
resource "aws_ecs_task_definition" "text" {
  family = "text"
  # expect-below error: container "text" gets the capability SYS_ADMIN, a power of root that reaches beyond the container; remove it, or add one that can do less; what may stand here instead is no better; at line 45, [0].linuxParameters.capabilities.add[0]
  container_definitions = <<-EOF
    [
      {
        "name": "text",
        "image": "registry.example.com/web:1",
        "linuxParameters": {
          "capabilities": {
            "add": ["${var.debug ? "SYS_ADMIN" : "SYS_MODULE"}"]
          }
        }
      }
    ]
  EOF
}
