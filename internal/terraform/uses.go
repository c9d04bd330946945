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
	if m.uses == nil {
		m.uses = m.newIndex()
	}
	var out []Use
	queue := []string{address}
	queued := map[string]bool{address: true}
	for i := 0; i < len(queue); i++ {
		for _, u := range m.uses[queue[i]] {
			local := "local." + u.Name
			switch {
			case u.Kind != "local":
				out = append(out, *u)
			case !queued[local]:
				queued[local] = true
				queue = append(queue, local)
			}
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

// index is who refers to what, by address.
type index map[string][]*Use

// newIndex looks at every expression once.
func (m *Module) newIndex() index {
	uses := index{}
	for name, expr := range m.locals {
		uses.expression(expr, Use{Kind: "local", Name: name}, "")
	}
	for _, b := range m.blocks {
		kind := "resource"
		if b.Data {
			kind = "data"
		}
		uses.body(b.body, Use{Kind: kind, Type: b.Type, Name: b.Name})
	}
	for kind, declared := range map[string]map[string]*body{"module": m.calls, "output": m.outputs, "variable": m.variables, "provider": m.providers} {
		for name, b := range declared {
			uses.body(b, Use{Kind: kind, Name: name})
		}
	}
	return uses
}

func (uses index) body(b *body, u Use) {
	for name, expr := range b.attrs {
		if !isLiteral(expr) {
			uses.expression(expr, u, name)
		}
	}
	for _, nested := range b.blocks {
		at := u
		if nested.typ != "content" {
			at.Path = join(u.Path, nested.expandedType())
		}
		uses.body(nested.body, at)
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

// expression notes what an expression refers to that stands under a name in the user.
func (uses index) expression(expr hcl.Expression, user Use, name string) {
	variables := expr.Variables()
	if len(variables) == 0 {
		return
	}
	u := &Use{Kind: user.Kind, Type: user.Type, Name: user.Name, Path: join(user.Path, name), Range: expr.Range()}
	for _, t := range variables {
		// An expression that refers to something twice is one use of it.
		a := addressOf(t)
		if known := uses[a]; len(known) == 0 || known[len(known)-1] != u {
			uses[a] = append(known, u)
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
