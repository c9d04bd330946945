package terraform

import (
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// Use is a place of the module that refers to something.
type Use struct {
	Kind  string // "resource", "data", "module", "output", "local", "variable" or "provider"
	Type  string // of a resource or a data source
	Name  string
	Path  string // the attribute that refers, with the blocks around it: "policy", "inline_policy.policy"
	Range hcl.Range
}

// UsesOf are the places that refer to an address, directly or through locals.
func (m *Module) UsesOf(address string) []Use {
	m.index()
	var out []Use
	seen := map[string]bool{}
	queue := []string{address}
	for len(queue) > 0 {
		a := queue[0]
		queue = queue[1:]
		if seen[a] {
			continue
		}
		seen[a] = true
		for _, u := range m.uses[a] {
			if u.Kind == "local" {
				queue = append(queue, "local."+u.Name)
				continue
			}
			out = append(out, *u)
		}
	}
	return out
}

// ResourceUses are the uses by resources of one of these types.
func (m *Module) ResourceUses(address string, types ...string) []Use {
	return slices.DeleteFunc(m.UsesOf(address), func(u Use) bool {
		return u.Kind != "resource" || !slices.Contains(types, u.Type)
	})
}

// index notes who refers to what. It looks at every expression once, when it is first asked.
func (m *Module) index() {
	if m.uses != nil {
		return
	}
	m.uses = map[string][]*Use{}
	for name, expr := range m.locals {
		m.indexExpression(expr, Use{Kind: "local", Name: name}, "")
	}
	for _, b := range m.blocks {
		kind := "resource"
		if b.Data {
			kind = "data"
		}
		m.indexBody(b.body, Use{Kind: kind, Type: b.Type, Name: b.Name})
	}
	for kind, declared := range map[string]map[string]*body{"module": m.calls, "output": m.outputs, "variable": m.variables, "provider": m.providers} {
		for name, b := range declared {
			m.indexBody(b, Use{Kind: kind, Name: name})
		}
	}
}

func (m *Module) indexBody(b *body, u Use) {
	for name, expr := range b.attrs {
		if !isLiteral(expr) {
			m.indexExpression(expr, u, name)
		}
	}
	for _, nested := range b.blocks {
		at := u
		if nested.typ != "content" {
			at.Path = join(u.Path, nested.expandedType())
		}
		m.indexBody(nested.body, at)
	}
}

// join is the path of something in what stands at a path.
func join(path, name string) string {
	if path == "" {
		return name
	}
	return path + "." + name
}

// isLiteral tells whether an expression is a literal, or a string without interpolation: most are, and refer to nothing.
func isLiteral(expr hcl.Expression) bool {
	switch e := expr.(type) {
	case *hclsyntax.LiteralValueExpr:
		return true
	case *hclsyntax.TemplateExpr:
		return e.IsStringLiteral()
	}
	return false
}

// indexExpression notes what an expression refers to that stands under a name in the user.
func (m *Module) indexExpression(expr hcl.Expression, user Use, name string) {
	variables := expr.Variables()
	if len(variables) == 0 {
		return
	}
	u := &Use{Kind: user.Kind, Type: user.Type, Name: user.Name, Path: join(user.Path, name), Range: expr.Range()}
	for _, t := range variables {
		// An expression that refers to something twice is one use of it.
		a := addressOf(t)
		if known := m.uses[a]; len(known) == 0 || known[len(known)-1] != u {
			m.uses[a] = append(known, u)
		}
	}
}

// addressOf is what a traversal refers to, without indexes and attributes.
func addressOf(t hcl.Traversal) string {
	switch t.RootName() {
	case "data":
		return address(true, attribute(t, 1), attribute(t, 2))
	case "resource":
		return address(false, attribute(t, 1), attribute(t, 2))
	}
	return t.RootName() + "." + attribute(t, 1)
}
