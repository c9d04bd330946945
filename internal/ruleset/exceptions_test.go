package ruleset_test

import (
	"strings"
	"testing"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/hosttest"
)

// exceptions are modules with one finding each, and a comment where docs/configuration.md says that it takes the finding away.
var exceptions = map[string]files{
	"on the line, in jsonencode": {"main.tf": `
resource "aws_ecs_task_definition" "x" {
  container_definitions = jsonencode([{
    name       = "x"
    privileged = true # EXCEPTION
  }])
}
`},
	"above the line, in jsonencode": {"main.tf": `
resource "aws_ecs_task_definition" "x" {
  container_definitions = jsonencode([{
    name = "x"
    # EXCEPTION
    privileged = true
  }])
}
`},
	"in the local that it comes from": {"main.tf": `
locals {
  hardware = {
    privileged = true # EXCEPTION
  }
}
resource "aws_ecs_task_definition" "x" {
  container_definitions = jsonencode([merge({ name = "x", privileged = false }, local.hardware)])
}
`},
	"in the map that is gone through": {"main.tf": `
resource "aws_ecs_task_definition" "x" {
  for_each = {
    # EXCEPTION
    x = true
  }
  container_definitions = jsonencode([{ name = each.key, privileged = each.value }])
}
`},
	"above a heredoc": {"main.tf": `
resource "aws_ecs_task_definition" "x" {
  # EXCEPTION
  container_definitions = <<-EOF
    [{
      "name": "x",
      "privileged": true
    }]
  EOF
}
`},
	"above a heredoc in a local": {"main.tf": `
locals {
  # EXCEPTION
  definitions = <<-EOF
    [{"name": "x", "privileged": true, "image": "${aws_ecr_repository.x.repository_url}"}]
  EOF
}
resource "aws_ecs_task_definition" "x" {
  container_definitions = local.definitions
}
`},
	"above a heredoc in a call": {"main.tf": `
resource "aws_ecs_task_definition" "x" {
  container_definitions = replace(
    # EXCEPTION
    <<-EOF
      [{"name": "x", "privileged": true, "image": "IMAGE"}]
    EOF
    , "IMAGE", aws_ecr_repository.x.repository_url)
}
`},
	"above a heredoc with the value in a hole": {"main.tf": `
resource "aws_ecs_task_definition" "x" {
  # EXCEPTION
  container_definitions = <<-EOF
    [{"name": "x", "privileged": ${!false}}]
  EOF
}
`},
	"on the line of a string": {"main.tf": `
resource "aws_ecs_task_definition" "x" {
  container_definitions = "[{\"name\": \"x\", \"privileged\": true}]" # EXCEPTION
}
`},
	"on the line of a part of a text": {"main.tf": `
locals {
  x = jsonencode({
    name       = "x"
    privileged = true # EXCEPTION
  })
}
resource "aws_ecs_task_definition" "x" {
  container_definitions = "[${local.x}]"
}
`},
	"on the line that names a file": {"main.tf": `
resource "aws_ecs_task_definition" "x" {
  container_definitions = file("${path.module}/x.json") # EXCEPTION
}
`, "x.json": `[{"name": "x", "privileged": true}]`},
	"above the line that names a template": {"main.tf": `
resource "aws_ecs_task_definition" "x" {
  # EXCEPTION
  container_definitions = templatefile("${path.module}/x.json", {
    image = aws_ecr_repository.x.repository_url
  })
}
`, "x.json": `[{"name": "x", "image": "${image}", "privileged": true}]`},
	"on the line of a template's argument": {"main.tf": `
resource "aws_ecs_task_definition" "x" {
  container_definitions = templatefile("${path.module}/x.json", {
    privileged = true # EXCEPTION
  })
}
`, "x.json": `[{"name": "x", "privileged": ${privileged}}]`},
	"on the line of template_file's template": {"main.tf": `
data "template_file" "x" {
  template = file("${path.module}/x.json") # EXCEPTION
}
resource "aws_ecs_task_definition" "x" {
  container_definitions = data.template_file.x.rendered
}
`, "x.json": `[{"name": "x", "privileged": true}]`},
	"on the line of local_file's name": {"main.tf": `
data "local_file" "x" {
  filename = "${path.module}/x.json" # EXCEPTION
}
resource "aws_ecs_task_definition" "x" {
  container_definitions = data.local_file.x.content
}
`, "x.json": `[{"name": "x", "privileged": true}]`},
	"on the caller's argument": {"main.tf": `
module "x" {
  source     = "./x"
  privileged = true # EXCEPTION
}
`, "x/main.tf": `
variable "privileged" {}
resource "aws_ecs_task_definition" "x" {
  container_definitions = jsonencode([{ name = "x", privileged = var.privileged }])
}
`},
	"above the caller's argument that is not known as a whole": {"main.tf": `
module "x" {
  source = "./x"
  # EXCEPTION
  definitions = jsonencode([{
    name       = "x"
    image      = aws_ecr_repository.x.repository_url
    privileged = true
  }])
}
`, "x/main.tf": `
variable "definitions" {}
resource "aws_ecs_task_definition" "x" {
  container_definitions = var.definitions
}
`},
	"on the line that takes a module's output": {"main.tf": `
module "x" {
  source = "./x"
  image  = aws_ecr_repository.x.repository_url
}
resource "aws_ecs_task_definition" "x" {
  container_definitions = module.x.definitions # EXCEPTION
}
`, "x/main.tf": `
variable "image" {}
output "definitions" {
  value = jsonencode([{ name = "x", image = var.image, privileged = true }])
}
`},
	"at the top of the file": {"main.tf": `# EXCEPTION FOR FILE
resource "aws_ecs_task_definition" "x" {
  container_definitions = <<-EOF
    [{"name": "x", "privileged": true}]
  EOF
}
`},
	"at the top of a JSON file": {"main.tf.json": `{
  "//": "EXCEPTION FOR FILE",
  "resource": {"aws_ecs_task_definition": {"x": {"container_definitions": "[{\"name\": \"x\", \"privileged\": true}]"}}}
}
`},
}

// exceptionsFromMissing are modules with one finding each about something that is missing.
var exceptionsFromMissing = map[string]files{
	"above a block": {"main.tf": `
# EXCEPTION
resource "aws_ecr_repository" "x" {
  name = "x"
}
`},
	"on the first line of a block": {"main.tf": `
resource "aws_ecr_repository" "x" { # EXCEPTION
  name = "x"
}
`},
	"above the container that lacks it": {"main.tf": `
resource "aws_ecs_task_definition" "x" {
  container_definitions = jsonencode([
    # EXCEPTION
    {
      name  = "x"
      image = aws_ecr_repository.x.repository_url
    },
  ])
}
`},
	"on the first line of the container": {"main.tf": `
resource "aws_ecs_task_definition" "x" {
  container_definitions = jsonencode([{ # EXCEPTION
    name  = "x"
    image = aws_ecr_repository.x.repository_url
  }])
}
`},
	"above the heredoc with the container": {"main.tf": `
resource "aws_ecs_task_definition" "x" {
  # EXCEPTION
  container_definitions = <<-EOF
    [{
      "name": "x"
    }]
  EOF
}
`},
}

// TestExceptions: a comment takes a finding away at each of the places where findings show, and without it the finding is there.
func TestExceptions(t *testing.T) {
	check := func(modules map[string]files, rules ...string) {
		for name, module := range modules {
			t.Run(name, func(t *testing.T) {
				for _, except := range []bool{false, true} {
					written := files{}
					for file, src := range module {
						if except {
							src = strings.ReplaceAll(src, "EXCEPTION FOR FILE", "tflint-ignore-file: "+strings.Join(rules, ", "))
							src = strings.ReplaceAll(src, "EXCEPTION", "tflint-ignore: "+strings.Join(rules, ", ")+" # the reason")
						}
						written[file] = src
					}
					var args []string
					for _, rule := range rules {
						args = append(args, "--only="+rule)
					}
					got := lines(hosttest.Lint(t, hosttest.Options{Dir: hosttest.Module(t, written), Args: args}))
					if except && len(got) > 0 || !except && len(got) != 1 {
						t.Errorf("with the exception: %v; findings: %v", except, got)
					}
				}
			})
		}
	}
	check(exceptions, "aws_container_privileged")
	check(exceptionsFromMissing, "aws_ecr_repository_mutable_tags", "aws_container_writable_root_filesystem")
}
