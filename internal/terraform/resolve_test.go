package terraform

import (
	"errors"
	"fmt"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
)

// bareHost knows nothing but the files of called modules.
type bareHost struct {
	modules map[string]map[string]*hcl.File
}

func (bareHost) Variable(string, []hcl.Range) (cty.Value, bool) { return cty.DynamicVal, false }
func (bareHost) ReadFile(string) ([]byte, error)                { return nil, errors.New("there are no files") }
func (bareHost) Dir() string                                    { return "" }
func (bareHost) ModuleDir() string                              { return "." }
func (bareHost) Argument(string) *eval.Value                    { return nil }
func (h bareHost) Module(dir string) map[string]*hcl.File       { return h.modules[dir] }

func files(t *testing.T, src string) map[string]*hcl.File {
	t.Helper()
	f, diags := hclsyntax.ParseConfig([]byte(src), "main.tf", hcl.InitialPos)
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	return map[string]*hcl.File{"main.tf": f}
}

// TestReferences: what references to instances, to attributes of nested blocks and to outputs are known to refer to.
func TestReferences(t *testing.T) {
	child := files(t, `resource "aws_x" "this" {}
		output "id" { value = aws_x.this.id }`)
	for expr, want := range map[string]string{
		`aws_x.known["a"].id`:                  `aws_x.known["a"].id`,
		`aws_x.unknown["a"].id`:                `aws_x.unknown["a"].id`,
		`aws_x.unknown[var.key].id`:            `aws_x.unknown.id`,
		`aws_x.counted[0].id`:                  `aws_x.counted[0].id`,
		`try(aws_x.none[0].id, "none")`:        `"none"`,
		`try(aws_x.known["c"].id, "none")`:     `"none"`,
		`aws_x.blocks.inner[0].written`:        `"yes"`,
		`aws_x.blocks.inner[0].made`:           `aws_x.blocks.inner.made`,
		`aws_x.blocks.tags["x"]`:               `?`,
		`data.aws_d.unknown["a"].arn`:          `data.aws_d.unknown["a"].arn`,
		`module.here.id`:                       `module.here.id`,
		`module.each["a"].id`:                  `module.each["a"].id`,
		`module.unknown["a"].id`:               `module.unknown["a"].id`,
		`module.elsewhere["a"].id`:             `module.elsewhere["a"].id`,
		`try(module.none[0].id, "none")`:       `"none"`,
		`module.itself["a"].id`:                `module.itself["a"].id`,
		`[for k in ["a"] : module.each[k].id]`: `module.each["a"].id`,
	} {
		m := Load(files(t, fmt.Sprintf(`
			variable "key" {}
			resource "aws_x" "known" { for_each = toset(["a", "b"]) }
			resource "aws_x" "unknown" { for_each = var.key }
			resource "aws_x" "counted" { count = var.key ? 1 : 0 }
			resource "aws_x" "none" { count = 0 }
			resource "aws_x" "blocks" {
				tags = {}
				inner { written = "yes" }
			}
			data "aws_d" "unknown" { for_each = var.key }
			module "here" { source = "./child" }
			module "each" {
				source   = "./child"
				for_each = toset(["a", "b"])
			}
			module "unknown" {
				source   = "./child"
				for_each = var.key
			}
			module "elsewhere" {
				source   = "example.com/child"
				for_each = var.key
			}
			module "none" {
				source = "./child"
				count  = 0
			}
			module "itself" {
				source   = "./child"
				for_each = toset([module.itself["a"].id])
			}
			locals { tested = %s }`, expr)), bareHost{map[string]map[string]*hcl.File{"child": child}}, nil)
		if got := described(m.local("tested")); got != want {
			t.Errorf("%s is %s, want %s", expr, got, want)
		}
	}
}

func described(v *eval.Value) string {
	if v.IsList() && len(v.Items()) > 0 {
		v = v.Items()[0]
	}
	if s, ok := v.Text(); ok {
		return fmt.Sprintf("%q", s)
	}
	for _, r := range v.Refs() {
		return r.Address + r.Key + "." + r.Path
	}
	return "?"
}
