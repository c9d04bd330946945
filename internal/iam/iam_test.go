package iam

import (
	"errors"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/terraform"
)

// bareHost knows nothing but the module's own files, and the number of one's own account.
type bareHost struct{}

func (bareHost) Variable(name string, _ []hcl.Range) (cty.Value, bool) {
	if name == "account_id" {
		return cty.StringVal("123456789012"), true
	}
	return cty.DynamicVal, false
}
func (bareHost) ReadFile(string) ([]byte, error)    { return nil, errors.New("no files here") }
func (bareHost) Dir() string                        { return "" }
func (bareHost) ModuleDir() string                  { return "." }
func (bareHost) Module(string) map[string]*hcl.File { return nil }
func (bareHost) Argument(string) *eval.Value        { return nil }

// module is a module of one file.
func module(t testing.TB, src string) *terraform.Module {
	t.Helper()
	f, diags := hclsyntax.ParseConfig([]byte(src), "main.tf", hcl.InitialPos)
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	return terraform.Load(map[string]*hcl.File{"main.tf": f}, bareHost{}, terraform.Computed{DocumentType: Render})
}

// statement is a statement in the language of Terraform, in which var.x is not known: Action = "*"; Effect is Allow unless it
// is said.
func statement(t testing.TB, src string) Statement {
	t.Helper()
	m := module(t, "resource \"aws_iam_policy\" \"x\" {\n  policy = jsonencode({ Statement = [merge({ Effect = \"Allow\" }, {\n"+src+"\n})] })\n}\n"+
		"resource \"aws_s3_bucket\" \"b\" {}\nvariable \"x\" {}\n")
	d := NewDocument(m, "x", m.Resources("aws_iam_policy")[0].Get("policy"))
	list := d.Statements()
	if len(list) != 1 {
		t.Fatalf("%d statements in %s", len(list), src)
	}
	return list[0]
}

// encode is a known value as JSON.
func encode(v *eval.Value) string {
	s, _ := eval.NewEncoded(v, eval.Place{}).Text()
	return s
}
