variable "more" {
  type = list(string)
}

resource "aws_ecs_daemon_task_definition" "agent" {
  family = "agent"
  container_definition {
    name  = "agent"
    image = "agent:1"
    linux_parameters {
      capabilities {
        add = ["SYS_ADMIN"] # expect error: container "agent" gets the capability SYS_ADMIN, a power of root that reaches beyond the container; remove it, or add one that can do less
      }
    }
  }
}

# What is not known of the list changes nothing of what is.
resource "aws_ecs_task_definition" "more" {
  family = "more"
  container_definitions = jsonencode([
    {
      name            = "more"
      image           = "agent:1"
      linuxParameters = { capabilities = { add = concat(["CAP_SYS_MODULE"], var.more) } } # expect error: container "more" gets the capability SYS_MODULE, a power of root that reaches beyond the container; remove it, or add one that can do less
    },
  ])
}
