package eval

import (
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// TestWhereUsed: what a reference takes from a local is shown at the reference, what is gone through one by one where it is
// written.
func TestWhereUsed(t *testing.T) {
	parse := func(file, src string) hcl.Expression {
		expr, diags := hclsyntax.ParseExpression([]byte(src), file, hcl.InitialPos)
		if diags.HasErrors() {
			t.Fatal(diags)
		}
		return expr
	}
	root := newRoot()
	for name, src := range map[string]string{
		"all": `"x"`, "list": `["x"]`, "again": `local.list`, "rules": `{ a = { cidrs = ["x"] } }`,
	} {
		root.locals[name] = parse("locals.tf", src)
	}
	first := func(v *Value) *Value { return v.Items()[0] }
	for _, test := range []struct {
		src    string
		part   func(*Value) *Value
		file   string
		column int
	}{
		{`"x"`, first, "main.tf", 1},
		{`local.all`, first, "main.tf", 1},
		{`["y", local.all]`, func(v *Value) *Value { return v.Items()[1] }, "main.tf", 7},
		{`local.list`, first, "main.tf", 1},
		{`local.again`, first, "main.tf", 1},
		{`concat(["y"], local.list)`, func(v *Value) *Value { return v.Items()[1] }, "main.tf", 15},
		{`var.c ? local.list : ["y"]`, func(v *Value) *Value { return first(v.Alternatives()[0]) }, "main.tf", 9},
		{`[for c in local.list : c]`, first, "locals.tf", 2},
		{`local.rules["a"].cidrs`, first, "main.tf", 1},
		{`[for r in local.rules : r.cidrs]`, func(v *Value) *Value { return first(first(v)) }, "locals.tf", 18},
		{`merge(local.rules, {})`, func(v *Value) *Value { return first(v.Get("a").Get("cidrs")) }, "locals.tf", 18},
	} {
		at := test.part(root.scope().Eval(parse("main.tf", test.src))).WhereUsed().Place().Range
		if at.Filename != test.file || at.Start.Column != test.column {
			t.Errorf("%s: used at %s:%d, want %s:%d", test.src, at.Filename, at.Start.Column, test.file, test.column)
		}
	}
}
