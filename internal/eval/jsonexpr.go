package eval

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// json is the value of an expression of a .tf.json file, where every string is a template.
func (s *Scope) json(expr hcl.Expression, place Place) *Value {
	if pairs, diags := hcl.ExprMap(expr); !diags.HasErrors() {
		var members []Member
		for _, pair := range pairs {
			key, ok := s.Eval(pair.Key).Text()
			if !ok || key == "//" {
				continue
			}
			members = append(members, Member{key, s.Eval(pair.Value)})
		}
		return NewObject(members, false, place)
	}
	if exprs, diags := hcl.ExprList(expr); !diags.HasErrors() {
		items := make([]*Value, len(exprs))
		for i, e := range exprs {
			items[i] = s.Eval(e)
		}
		return NewList(items, false, place)
	}
	// Without a context the string is returned as it is written.
	v, diags := expr.Value(nil)
	if diags.HasErrors() {
		return broken(place)
	}
	if v.Type() != cty.String || v.IsNull() || !v.IsKnown() {
		return FromCty(v, place)
	}
	return s.Template(v.AsString(), expr.Range().Filename, place)
}

// Template is the value of a template's source text, which is shown at place: the expression that holds or names it.
// file is where the text comes from, for positions.
func (s *Scope) Template(src, file string, place Place) *Value {
	start := hcl.InitialPos
	if file == place.Range.Filename {
		start = place.Range.Start
	}
	expr, diags := hclsyntax.ParseTemplate([]byte(src), file, start)
	if diags.HasErrors() {
		return broken(place)
	}
	shown := *s
	shown.shownAt = &place
	return shown.Eval(expr)
}
