package terraform

import (
	"fmt"
	"testing"

	"github.com/hashicorp/hcl/v2"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
)

// calledHost is a host of a module that another one calls.
type calledHost struct {
	bareHost
	caller *Module
}

func (h calledHost) Argument(variable string) *eval.Value { return h.caller.Argument("here", variable) }

// TestSensitive: nothing is known of a sensitive output or variable but what it comes from.
func TestSensitive(t *testing.T) {
	child := files(t, `
		resource "aws_x" "this" { name = "x" }
		variable "plain" {}
		variable "hidden" { sensitive = true }
		variable "object" { sensitive = true }
		output "hidden" {
			value     = aws_x.this.id
			sensitive = true
		}
		output "known" {
			value     = aws_x.this.name
			sensitive = true
		}
		output "object" {
			value     = { id = aws_x.this.id, known = "known" }
			sensitive = true
		}
		output "either" {
			value     = var.plain ? aws_x.this.id : null
			sensitive = true
		}
		locals {
			hidden = var.hidden
			object = var.object
		}`)
	root := Load(files(t, `
		resource "aws_y" "y" {}
		module "here" {
			source = "./child"
			hidden = aws_y.y.id
			object = { id = aws_y.y.id }
		}
		locals {
			hidden  = module.here.hidden
			known   = module.here.known
			member  = module.here.object.id
			other   = module.here.object.known
			nothing = module.here.object.nothing
			either  = module.here.either
		}`), bareHost{map[string]map[string]*hcl.File{"child": child}}, nil)
	called := Load(child, calledHost{caller: root}, nil)
	for _, test := range []struct {
		module *Module
		local  string
		want   string
	}{
		{root, "hidden", "[module.here.hidden module.here.aws_x.this.id]"},
		{root, "known", "[module.here.known module.here.aws_x.this.name]"},
		{root, "member", "[module.here.aws_x.this.id]"},
		{root, "other", "[]"},
		{root, "nothing", "[module.here.object.nothing]"},
		{root, "either", "[module.here.either module.here.aws_x.this.id]"},
		{called, "hidden", "[caller.aws_y.y.id var.hidden]"},
		{called, "object", "[var.object]"},
	} {
		v := test.module.local(test.local)
		var refs []string
		for _, r := range v.AllRefs() {
			refs = append(refs, r.Address+"."+r.Path)
		}
		for i, r := range refs {
			if r[len(r)-1] == '.' {
				refs[i] = r[:len(r)-1]
			}
		}
		if got := fmt.Sprint(refs); got != test.want || !v.Unknown() {
			t.Errorf("%s comes from %s, want %s; unknown: %t", test.local, got, test.want, v.Unknown())
		}
	}
}
