# Everything is written out, but which of it counts is decided by what is not known.

variable "environment" {
  type = string
}

variable "debug" {
  type = bool
}

variable "image" {
  type = string
}

locals {
  image = "111122223333.dkr.ecr.eu-west-1.amazonaws.com/web@sha256:0f0e0d0c0b0a09080706050403020100fffefdfcfbfaf9f8f7f6f5f4f3f2f1f0"
}

resource "aws_ecs_task_definition" "web" {
  family       = "web"
  network_mode = "awsvpc"
  pid_mode     = var.debug ? "host" : null # expect notice: task definition "web" can't be checked by aws_ecs_task_definition_host_pid: var.debug has no value here; give it a default, or name a tfvars file with --var-file

  container_definitions = jsonencode([merge( # expect notice: task definition "web" can't be checked by aws_container_writable_root_filesystem: var.debug has no value here; give it a default, or name a tfvars file with --var-file
    {
      name                   = "web"
      image                  = var.environment == "production" ? local.image : var.image # expect notice: image of container "web" can't be checked: var.image has no value here; give it a default, or name a tfvars file with --var-file
      privileged             = var.environment == "production" ? false : true            # expect notice: task definition "web" can't be checked by aws_container_privileged: var.environment has no value here; give it a default, or name a tfvars file with --var-file
      readonlyRootFilesystem = true
      linuxParameters        = { initProcessEnabled = true }
      user                   = "1000"
    },
    var.debug ? { readonlyRootFilesystem = false } : {},
  )])
}

# In a text every member that is one of several is a text of its own.
resource "aws_ecs_task_definition" "text" {
  family       = "text"
  network_mode = "awsvpc"
  # expect-below notice: task definition "text" can't be checked by aws_container_root_user: var.debug has no value here; give it a default, or name a tfvars file with --var-file
  container_definitions = <<-EOF
    [
      {
        "name": "text",
        "image": "registry.example.com/text:1",
        "linuxParameters": {"initProcessEnabled": true},
        "user": "${var.debug ? "root" : "app"}"
      }
    ]
  EOF
}

variable "capabilities" {
  type = list(string)
}

variable "variables" {
  type = map(string)
}

variable "mode" {
  type = string
}

variable "path" {
  type = string
}

# Lists of which a part is known, and what the containers share.
resource "aws_ecs_task_definition" "parts" {
  family       = "parts"
  network_mode = var.mode # expect notice: network_mode of task definition "parts" can't be checked: var.mode has no value here; give it a default, or name a tfvars file with --var-file

  container_definitions = jsonencode([{
    name            = "parts"
    image           = "registry.example.com/parts:1"
    environment     = [for name, value in var.variables : { name = name, value = value }]                         # expect notice: a part of environment of container "parts" can't be checked: var.variables has no value here; give it a default, or name a tfvars file with --var-file
    linuxParameters = { capabilities = { add = concat(["CHOWN"], var.capabilities) }, initProcessEnabled = true } # expect notice: a part of linuxParameters.capabilities.add of container "parts" can't be checked: var.capabilities has no value here; give it a default, or name a tfvars file with --var-file
  }])

  volume {
    name      = "data"
    host_path = var.path # expect notice: the host path of volume "data" of task definition "parts" can't be checked: var.path has no value here; give it a default, or name a tfvars file with --var-file
  }
}

variable "settings" {
  type    = object({ image = string })
  default = null
}

resource "aws_ecs_task_definition" "null" {
  family       = "null"
  network_mode = "awsvpc"

  container_definitions = jsonencode([{
    name  = "null"
    image = var.settings.image # expect notice: image of container "null" can't be checked: var.settings has no value here; give it a default, or name a tfvars file with --var-file
  }])
}

# In a text with nothing known of a value, and what decides for which system the rules are.
resource "aws_ecs_task_definition" "blank" {
  family       = "blank"
  network_mode = "awsvpc"
  # expect-below notice: user of container "blank" can't be checked: var.mode has no value here; give it a default, or name a tfvars file with --var-file; at line 113, [0].user
  container_definitions = <<-EOF
    [
      {
        "name": "blank",
        "image": "${aws_ecr_repository.blank.repository_url}",
        "user": "${var.mode}"
      }
    ]
  EOF

  runtime_platform {
    operating_system_family = var.mode # expect notice: operating_system_family of task definition "blank" can't be checked: var.mode has no value here; give it a default, or name a tfvars file with --var-file
  }
}

resource "aws_ecr_repository" "blank" {
  name = "blank"
}

variable "users" {
  type    = map(string)
  default = { development = "root", production = "1000" }
}

resource "aws_ecs_task_definition" "lookup" {
  family       = "lookup"
  network_mode = "awsvpc"

  container_definitions = jsonencode([{
    name            = "lookup"
    image           = "registry.example.com/lookup:1"
    linuxParameters = { initProcessEnabled = true }
    user            = var.users[var.environment] # expect notice: task definition "lookup" can't be checked by aws_container_root_user: var.environment has no value here; give it a default, or name a tfvars file with --var-file
  }])
}
