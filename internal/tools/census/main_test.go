package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A tree in which each reason is found once.
func TestCensus(t *testing.T) {
	tree := t.TempDir()
	for name, src := range map[string]string{
		"web/main.tf": `
resource "aws_ecs_task_definition" "whole" {
  container_definitions = jsonencode([{ name = "web", image = "web:1.4.2" }])
}

resource "aws_ecs_task_definition" "found" {
  container_definitions = jsonencode([{ name = "web", image = aws_ecr_repository.web.repository_url }, merge({ name = "agent" }, var.agent)])
}

resource "aws_ecs_task_definition" "given" {
  container_definitions = var.definitions
}

resource "aws_ecs_task_definition" "given_beside" {
  container_definitions = jsonencode(concat([{ name = "web" }], var.sidecars))
}

resource "aws_ecs_task_definition" "from_elsewhere" {
  container_definitions = module.web.definitions
}

resource "aws_ecs_task_definition" "made_later" {
  container_definitions = file("web.json")
}

resource "aws_ecs_task_definition" "empty" {
  container_definitions = var.optional
}

resource "aws_ecs_task_definition" "wrong" {
  container_definitions = jsonencode([{ name = "web" }]).first
}

variable "agent" {}
variable "definitions" {}
variable "sidecars" {}

variable "optional" {
  default = ""
}

module "web" {
  source = "example.com/web/aws"
}
`,
		"typed/main.tf": `
variable "web" {
  type = object({
    name     = optional(string, "web")
    sidecars = optional(list(map(string)), [])
  })
}

resource "aws_ecs_task_definition" "web" {
  container_definitions = jsonencode(concat([{ name = var.web.name }], var.web.sidecars))
}
`,
		"typed/terraform.tfvars":            `web = { name = "first" }`,
		"typed/b.auto.tfvars.json":          `{ "web": {} }`,
		"policies/main.tf":                  "resource \"aws_iam_role\" \"web\" {\n  assume_role_policy = \"{}\"\n}\n",
		"policies/.terraform/x/ignored.tf":  "resource \"aws_iam_role\" \"web\" {\n  assume_role_policy = var.x\n}\n",
		"policies/documentation/README.txt": "not Terraform",
	} {
		path := filepath.Join(tree, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(src), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var out strings.Builder
	if err := count(&out, tree, true); err != nil {
		t.Fatal(err)
	}
	const want = `web/main.tf:10 aws_ecs_task_definition.given (var) is read not at all: variable without a value var.definitions at main.tf:35
web/main.tf:14 aws_ecs_task_definition.given_beside (jsonencode of concat()) is read in part: variable without a value var.sidecars at main.tf:36
web/main.tf:18 aws_ecs_task_definition.from_elsewhere (module) is read not at all: output of a called module module.web.definitions at main.tf:19
web/main.tf:22 aws_ecs_task_definition.made_later (file()) is read not at all: file that can't be read file("web.json") at main.tf:23
web/main.tf:26 aws_ecs_task_definition.empty (var) is read not at all: empty text
web/main.tf:30 aws_ecs_task_definition.wrong (other) is read not at all: broken expression or text at main.tf:31
## Task definitions

9 in 2 directories. Of 4 the directory holds every container; in 3 of these (75.0 %) every container is found.

| Form | Blocks | whole | every object | in part | not at all |
|---|---:|---:|---:|---:|---:|
| file() | 1 | 0 | 0 | 0 | 1 |
| jsonencode of a literal | 2 | 1 | 1 | 0 | 0 |
| jsonencode of concat() | 2 | 1 | 0 | 1 | 0 |
| module | 1 | 0 | 0 | 0 | 1 |
| other | 1 | 0 | 0 | 0 | 1 |
| var | 2 | 0 | 0 | 0 | 2 |
| **all** | 9 | 2 | 1 | 1 | 5 |

Not every container is in the directory:

- empty text: 1
- file that can't be read: 1
- output of a called module: 1
- variable without a value: 2

Not every container is found, although the directory holds them:

- broken expression or text: 1

## Trust policies

1 in 1 directories. Of 1 the directory holds every statement; in 1 of these (100.0 %) every statement is found.

| Form | Blocks | whole | every object | in part | not at all |
|---|---:|---:|---:|---:|---:|
| string | 1 | 1 | 0 | 0 | 0 |
| **all** | 1 | 1 | 0 | 0 | 0 |

`
	if diff := cmp.Diff(want, out.String()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
