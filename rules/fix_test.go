package rules_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/hosttest"
)

// TestFixes tries what tflint --fix makes of the findings that it can mend: a literal in HCL is changed, once; what is written
// elsewhere, or missing, is left to people.
func TestFixes(t *testing.T) {
	for rule, c := range map[string]struct{ before, after string }{
		"aws_ecs_task_definition_unencrypted_efs_transit": {`
variable "encryption" {
  default = "DISABLED"
}
resource "aws_ecs_task_definition" "web" {
  volume {
    name = "literal"
    efs_volume_configuration {
      transit_encryption = "DISABLED" # for now
    }
  }
  volume {
    name = "variable"
    efs_volume_configuration {
      transit_encryption = var.encryption
    }
  }
  volume {
    name = "missing"
    efs_volume_configuration {
      file_system_id = "fs-1"
    }
  }
}
`, `
variable "encryption" {
  default = "DISABLED"
}
resource "aws_ecs_task_definition" "web" {
  volume {
    name = "literal"
    efs_volume_configuration {
      transit_encryption = "ENABLED" # for now
    }
  }
  volume {
    name = "variable"
    efs_volume_configuration {
      transit_encryption = var.encryption
    }
  }
  volume {
    name = "missing"
    efs_volume_configuration {
      file_system_id = "fs-1"
    }
  }
}
`},
		"aws_ecs_task_definition_fault_injection": {`
resource "aws_ecs_task_definition" "literal" {
  enable_fault_injection = true
}
resource "aws_ecs_task_definition" "text" {
  enable_fault_injection = "true"
}
`, `
resource "aws_ecs_task_definition" "literal" {
  enable_fault_injection = false
}
resource "aws_ecs_task_definition" "text" {
  enable_fault_injection = "true"
}
`},
		"aws_container_privileged": {`
variable "powerful" {
  default = true
}
resource "aws_ecs_task_definition" "web" {
  container_definitions = jsonencode([
    { name = "literal", privileged = true }, # for now
    { name = "variable", privileged = var.powerful },
    { name = "text", privileged = "true" },
  ])
}
resource "aws_ecs_task_definition" "heredoc" {
  container_definitions = <<JSON
[{ "name": "web", "privileged": true }]
JSON
}
resource "aws_ecs_daemon_task_definition" "agent" {
  container_definition {
    privileged = true
  }
}
`, `
variable "powerful" {
  default = true
}
resource "aws_ecs_task_definition" "web" {
  container_definitions = jsonencode([
    { name = "literal", privileged = false }, # for now
    { name = "variable", privileged = var.powerful },
    { name = "text", privileged = "true" },
  ])
}
resource "aws_ecs_task_definition" "heredoc" {
  container_definitions = <<JSON
[{ "name": "web", "privileged": true }]
JSON
}
resource "aws_ecs_daemon_task_definition" "agent" {
  container_definition {
    privileged = false
  }
}
`},
		"aws_container_version_consistency_disabled": {`
locals {
  container = { versionConsistency = "disabled" }
}
resource "aws_ecs_task_definition" "web" {
  container_definitions = jsonencode([
    { name = "literal", image = "web:1", versionConsistency = "disabled" },
    merge(local.container, { name = "local", image = "web:1" }),
  ])
}
resource "aws_ecs_task_definition" "heredoc" {
  container_definitions = <<JSON
[{ "name": "web", "image": "web:1", "versionConsistency": "disabled" }]
JSON
}
`, `
locals {
  container = { versionConsistency = "enabled" }
}
resource "aws_ecs_task_definition" "web" {
  container_definitions = jsonencode([
    { name = "literal", image = "web:1", versionConsistency = "enabled" },
    merge(local.container, { name = "local", image = "web:1" }),
  ])
}
resource "aws_ecs_task_definition" "heredoc" {
  container_definitions = <<JSON
[{ "name": "web", "image": "web:1", "versionConsistency": "disabled" }]
JSON
}
`},
	} {
		t.Run(rule, func(t *testing.T) {
			dir := hosttest.Module(t, map[string]string{"main.tf": c.before})
			for range 2 {
				hosttest.Lint(t, hosttest.Options{Dir: dir, Args: []string{"--fix", "--only=" + rule}})
				got, err := os.ReadFile(filepath.Join(dir, "main.tf"))
				if err != nil {
					t.Fatal(err)
				}
				if diff := cmp.Diff(c.after, string(got)); diff != "" {
					t.Fatalf("not as expected (-expected +written):\n%s", diff)
				}
			}
		})
	}
}
