variable "reference" {
  type = string
}

variable "secrets" {
  type = map(string)
}

variable "role" {
  type = string
}

variable "marked" {
  type      = string
  sensitive = true
}

data "aws_ssm_parameter" "reference" {
  name = "/app/reference"
}

resource "aws_ecs_task_definition" "web" {
  family             = "web"
  execution_role_arn = var.role
  container_definitions = jsonencode([
    {
      name  = "web"
      image = "web:1.4.2"
      secrets = concat(
        [for name, reference in var.secrets : { name = name, valueFrom = reference }],
        [
          { name = "VARIABLE", valueFrom = var.reference },
          # People mark ARNs, too.
          { name = "MARKED", valueFrom = var.marked },
          { name = "PARAMETER", valueFrom = data.aws_ssm_parameter.reference.value },
          { name = "PART", valueFrom = "arn:aws:ssm:${var.reference}:parameter/db" },
          # A parameter may be called so.
          { name = "NAME", valueFrom = "hunter2" },
        ],
      )
    }
  ])
}

# The secrets may not be there.
resource "aws_ecs_task_definition" "no_role" {
  family = "no-role"
  container_definitions = jsonencode([
    {
      name    = "web"
      image   = "web:1.4.2"
      secrets = [for name, reference in var.secrets : { name = name, valueFrom = reference }]
    }
  ])
}

resource "aws_batch_job_definition" "job" {
  name                 = "job"
  type                 = "container"
  container_properties = <<JSON
{ "image": "job:1.4.2", "secrets": ${jsonencode(var.secrets)} }
JSON
}

resource "aws_ecs_daemon_task_definition" "agent" {
  family             = "agent"
  execution_role_arn = var.role

  container_definition {
    name  = "agent"
    image = "agent:1"

    secret {
      name       = "API_KEY"
      value_from = var.reference
    }
  }
}

variable "containers" {
  type = any
}

# Nobody knows whether they have secrets, or are there at all.
resource "aws_ecs_task_definition" "merged" {
  family = "merged"
  container_definitions = jsonencode(concat(
    [for container in var.containers : merge(container, { image = "web:1.4.2" })],
    var.role == "" ? [{ name = "web", image = "web:1.4.2", secrets = [{ name = "API_KEY", valueFrom = "/api/key" }] }] : [],
  ))
}
