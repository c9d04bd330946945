package terraform

import (
	"strings"

	"github.com/hashicorp/hcl/v2"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
)

// providerName is what resources call a provider configuration: aws, or aws.replica with an alias.
func providerName(b *block) string {
	if alias, ok := literal(b.attrs["alias"]); ok {
		return b.labels[0] + "." + alias
	}
	return b.labels[0]
}

// literal is a text that is written as such.
func literal(expr hcl.Expression) (string, bool) {
	if expr == nil {
		return "", false
	}
	v, diags := expr.Value(nil)
	if diags.HasErrors() {
		return "", false
	}
	return eval.FromCty(v, eval.Place{}).Text()
}

// Provider is the configuration of a provider that the module has, by what resources call it; nil where it has none: one of
// a module that calls it is meant then.
func (m *Module) Provider(name string) *eval.Value {
	b := m.providers[name]
	if b == nil {
		return nil
	}
	return evalBody(m.scope(), b, b.defRange)
}

// Provider is what the block calls the provider configuration that it belongs to: aws, or aws.replica, which old code quotes.
func (b *Block) Provider() string {
	if quoted, ok := literal(b.body.attrs["provider"]); ok {
		return quoted
	}
	if expr := b.body.attrs["provider"]; expr != nil {
		if t, diags := hcl.AbsTraversalForExpr(expr); !diags.HasErrors() {
			names := []string{t.RootName()}
			for _, step := range t[1:] {
				if a, ok := step.(hcl.TraverseAttr); ok {
					names = append(names, a.Name)
				}
			}
			return strings.Join(names, ".")
		}
	}
	name, _, _ := strings.Cut(b.Type, "_")
	return name
}
