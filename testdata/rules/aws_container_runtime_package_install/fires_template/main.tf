variable "packages" {
  type = list(string)
}

resource "aws_ecs_task_definition" "web" {
  family                = "web"
  container_definitions = templatefile("${path.module}/web.json.tftpl", { packages = join(" ", var.packages) }) # expect warning: container "web" installs software when it starts (apk add), which was never scanned; install it in the image; at line 6 of web.json.tftpl, [0].command[0]
}
