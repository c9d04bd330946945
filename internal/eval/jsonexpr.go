package eval

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
)

// json is the value of an expression of a .tf.json file, where every string is a template.
func (s *Scope) json(expr hcl.Expression, place Place) *Value {
	if pairs, diags := hcl.ExprMap(expr); !diags.HasErrors() {
		return s.jsonObject(pairs, place)
	}
	if exprs, diags := hcl.ExprList(expr); !diags.HasErrors() {
		items := make([]*Value, len(exprs))
		for i, e := range exprs {
			if items[i] = s.Eval(e); items[i].failed {
				return items[i].failedAs(place)
			}
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
	from := sourceOf(place)
	from.flat = true // a string of JSON has no line breaks but \n
	return s.parse(v.AsString(), from, place)
}

func (s *Scope) jsonObject(pairs []hcl.KeyValuePair, place Place) *Value {
	entries := make([]objectEntry, 0, len(pairs))
	for _, pair := range pairs {
		key := s.Eval(pair.Key)
		if key.Is("//") {
			continue // a comment
		}
		value := s.Eval(pair.Value)
		if key.failed || value.failed {
			return broken(place)
		}
		entries = append(entries, objectEntry{key: key, value: value})
	}
	return newObject(entries, false, place)
}
