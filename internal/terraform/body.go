package terraform

import (
	"cmp"
	"maps"
	"slices"

	"github.com/hashicorp/hcl/v2"

	"github.com/tflint-aws-container-security/tflint-ruleset-aws-container-security/internal/eval"
)

// withoutRepetition is the body without what says how many instances there are: that is no argument of the instances, and may
// be a long list.
func (b *body) withoutRepetition() *body {
	if !b.repeats() {
		return b
	}
	c := *b
	c.attrs = maps.Clone(b.attrs)
	delete(c.attrs, "count")
	delete(c.attrs, "for_each")
	return &c
}

// evalBody is a block as an object: its attributes, and a list of objects for each type of nested block. Its place is the
// block's header. Members are evaluated when they are asked for.
func evalBody(s *eval.Scope, b *body, at hcl.Range) *eval.Value {
	names := slices.Sorted(keys(b.attrs))
	for _, nested := range b.blocks {
		if t := nested.expandedType(); !slices.Contains(names, t) {
			names = append(names, t)
		}
	}
	dynamic := dynamicInJSON(b)
	for _, d := range dynamic {
		if t := d.expandedType(); !slices.Contains(names, t) {
			names = append(names, t)
		}
	}
	place := eval.Place{Range: at}
	known := map[string]*eval.Value{}
	return eval.NewLazyObject(names, func(name string) *eval.Value {
		v, asked := known[name]
		switch {
		case v != nil:
			return v
		case asked:
			// It needs itself.
			return eval.NewUnknown(place, &eval.Cause{Kind: eval.Broken, What: name, Range: at})
		}
		known[name] = nil
		v = evalMember(s, b, dynamic, name, place)
		known[name] = v
		return v
	}, false, place)
}

func evalMember(s *eval.Scope, b *body, dynamic []*block, name string, place eval.Place) *eval.Value {
	var made []*block
	for _, nested := range slices.Concat(b.blocks, dynamic) {
		if nested.expandedType() == name {
			made = append(made, nested)
		}
	}
	expr := b.attrs[name]
	if len(made) == 0 {
		return s.Eval(expr)
	}
	var items []*eval.Value
	var others *eval.Value // what makes blocks that are not known
	if expr != nil {
		items = s.Eval(expr).Items()
	}
	for _, nested := range made {
		if nested.typ != "dynamic" {
			items = append(items, evalBody(s, nested.body, nested.defRange))
			continue
		}
		expanded, more := expandDynamic(s, nested)
		items = append(items, expanded...)
		others = cmp.Or(others, more)
	}
	out := eval.NewList(items, false, place)
	if others != nil {
		return out.WithUnknown(others)
	}
	return out
}

// expandDynamic is the blocks that a dynamic block makes. Where its for_each is not known it is one, which may not be there, and
// others tells why.
func expandDynamic(s *eval.Scope, b *block) (items []*eval.Value, others *eval.Value) {
	content := b.content()
	if content == nil || b.attrs["for_each"] == nil {
		return nil, eval.NewUnknown(eval.Place{Range: b.defRange}, nil)
	}
	iterator := b.labels[0]
	if expr := b.attrs["iterator"]; expr != nil {
		if name := hcl.ExprAsKeyword(expr); name != "" {
			iterator = name
		}
	}
	collection := s.Eval(b.attrs["for_each"])
	place := eval.Place{Range: b.defRange}
	add := func(key, value *eval.Value, maybe bool) {
		it := eval.NewObject([]eval.Member{{Key: "key", Value: key}, {Key: "value", Value: value}}, false, place)
		item := evalBody(s.With(map[string]*eval.Value{iterator: it}), content.body, content.defRange)
		if maybe {
			item = item.Optional()
		}
		items = append(items, item)
	}
	entries := collection.Entries()
	for _, e := range entries[:min(len(entries), maxInstances)] {
		add(e.Key, e.Value, e.Maybe)
	}
	if collection.HasOthers() || len(entries) > maxInstances {
		others = eval.NewUnknown(place, collection.Cause(), collection.Refs()...)
		add(others, others, true)
	}
	return items, others
}

func (b *block) content() *block {
	for _, nested := range b.blocks {
		if nested.typ == "content" {
			return nested
		}
	}
	return nil
}

// dynamicInJSON are the dynamic blocks of a body of JSON syntax, where they are an attribute: {"dynamic": {"egress": {…}}}.
func dynamicInJSON(b *body) []*block {
	expr := b.attrs["dynamic"]
	if expr == nil {
		return nil
	}
	var out []*block
	for _, types := range listOf(expr) {
		pairs, _ := hcl.ExprMap(types)
		for _, pair := range pairs {
			name, diags := pair.Key.Value(nil)
			if diags.HasErrors() {
				continue
			}
			for _, one := range listOf(pair.Value) {
				d := &block{typ: "dynamic", labels: []string{name.AsString()}, body: jsonBody(one)}
				for _, c := range listOf(d.attrs["content"]) {
					d.blocks = append(d.blocks, &block{typ: "content", body: jsonBody(c)})
				}
				out = append(out, d)
			}
		}
	}
	return out
}

// listOf is the elements of a JSON list, or the expression itself.
func listOf(expr hcl.Expression) []hcl.Expression {
	if expr == nil {
		return nil
	}
	if list, diags := hcl.ExprList(expr); !diags.HasErrors() {
		return list
	}
	return []hcl.Expression{expr}
}

func jsonBody(expr hcl.Expression) *body {
	b := &body{attrs: map[string]hcl.Expression{}, defRange: expr.Range()}
	pairs, _ := hcl.ExprMap(expr)
	for _, pair := range pairs {
		if name, diags := pair.Key.Value(nil); !diags.HasErrors() {
			b.attrs[name.AsString()] = pair.Value
		}
	}
	return b
}
