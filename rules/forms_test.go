package rules_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/fixture"
	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/rules"
)

// form is a way to write something: the resource or the module call of that name, with what it needs before it.
type form struct {
	name        string
	first, last int // lines
}

// formsOf are the forms of a fixture, in order.
func formsOf(t *testing.T, f *fixture.Fixture, reads []string) []form {
	t.Helper()
	file, diags := hclsyntax.ParseConfig(f.Files["main.tf"], f.Path, hcl.InitialPos)
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	var forms []form
	first := 1
	for _, b := range file.Body.(*hclsyntax.Body).Blocks {
		if b.Type != "module" && (b.Type != "resource" || !slices.Contains(reads, b.Labels[0])) {
			continue
		}
		name, last := b.Labels[len(b.Labels)-1], b.Range().End.Line
		if n := len(forms); n > 0 && forms[n-1].name == name {
			forms[n-1].last = last
		} else {
			forms = append(forms, form{name, first, last})
		}
		first = last + 1
	}
	return forms
}

// TestForms: fixtures called <kind>_forms_<what> hold the same forms in every kind, and each of those that should fire does.
func TestForms(t *testing.T) {
	all := read(t)
	for _, r := range rules.All {
		for name, f := range all {
			what, ok := strings.CutPrefix(name, r.Name+"/fires_forms_")
			if !ok {
				continue
			}
			t.Run(r.Name+"/"+what, func(t *testing.T) {
				forms := formsOf(t, f, r.Reads)
				for _, kind := range fixture.Kinds[1:] {
					other := all[r.Name+"/"+kind+"_forms_"+what]
					if other == nil {
						t.Fatalf("there is no fixture %s_forms_%s", kind, what)
					}
					if diff := cmp.Diff(names(forms), names(formsOf(t, other, r.Reads))); diff != "" {
						t.Errorf("%s holds other forms (-fires +%s):\n%s", other.Path, kind, diff)
					}
				}
				for _, form := range forms {
					if !slices.ContainsFunc(f.Want, func(w fixture.Finding) bool { return form.first <= w.Line && w.Line <= form.last }) {
						t.Errorf("%s: nothing is expected of the form %s", f.Path, form.name)
					}
				}
			})
		}
	}
}

func names(forms []form) []string {
	var out []string
	for _, f := range forms {
		out = append(out, f.name)
	}
	return out
}
