variable "debug" {
  type = bool
}

# expect-below notice: task definition "many" can't be checked whole: more of its conditions are open than can be tried out; give the variables in them a value
resource "aws_ecs_task_definition" "many" {
  family       = "many"
  network_mode = "awsvpc"
  container_definitions = jsonencode([{
    name                   = "many"
    image                  = "registry.example.com/web@sha256:0f0e0d0c0b0a09080706050403020100fffefdfcfbfaf9f8f7f6f5f4f3f2f1f0"
    readonlyRootFilesystem = true
    linuxParameters        = { initProcessEnabled = true }
    user                   = "1000"
    environment            = [for i in range(70) : { name = "V${i}", value = var.debug ? "one" : "two" }]
  }])
}

# Each alone is fine, both together are not.
resource "aws_ecs_task_definition" "together" {
  family       = "together"
  network_mode = "awsvpc"
  container_definitions = jsonencode([{
    name                   = "together"
    image                  = "registry.example.com/web@sha256:0f0e0d0c0b0a09080706050403020100fffefdfcfbfaf9f8f7f6f5f4f3f2f1f0"
    readonlyRootFilesystem = true
    linuxParameters        = { initProcessEnabled = true }
    user                   = "1000"
    environment = [{
      name  = var.debug ? "DB_PASSWORD" : "DB_USER" # expect notice: task definition "together" can't be checked by aws_container_plaintext_secret: var.debug has no value here; give it a default, or name a tfvars file with --var-file
      value = var.debug ? "kQ7zR2mX9pLw" : ""
    }]
  }])
}
