package eval

import "slices"

// maxAlternatives bounds how many alternatives unknown conditions may leave: beyond it a value is unknown.
const maxAlternatives = 8

// Choose is the value that is one of alternatives, and it can't be known which.
func Choose(place Place, alternatives ...*Value) *Value {
	var items []*Value
	for _, a := range alternatives {
		if a.kind == either {
			for _, i := range a.items {
				items = append(items, a.child(i))
			}
			continue
		}
		items = append(items, a)
	}
	items = withoutEqual(items)
	if len(items) == 1 {
		return items[0]
	}
	if len(items) > maxAlternatives || len(items) == 0 {
		return NewUnknown(place, &Cause{Kind: TooLarge, Range: place.Range})
	}
	return &Value{kind: either, items: items, place: place}
}

// withoutEqual are the alternatives without those that are the same as an earlier one.
func withoutEqual(items []*Value) []*Value {
	var out []*Value
	for _, item := range items {
		same := func(o *Value) bool {
			if o == item {
				return true
			}
			a, aok := o.Text()
			b, bok := item.Text()
			return aok && bok && a == b && o.kind == item.kind
		}
		if !slices.ContainsFunc(out, same) {
			out = append(out, item)
		}
	}
	return out
}

// Alternatives are the values that the value may be: itself, where it is only one.
func (v *Value) Alternatives() []*Value {
	if v.kind != either {
		return []*Value{v}
	}
	alternatives := make([]*Value, len(v.items))
	for i, a := range v.items {
		alternatives[i] = v.child(a)
	}
	return alternatives
}

// mapAlternatives is f of every alternative.
func (v *Value) mapAlternatives(f func(*Value) *Value) *Value {
	if v.kind != either {
		return f(v)
	}
	results := make([]*Value, 0, len(v.items))
	for _, a := range v.Alternatives() {
		results = append(results, f(a))
	}
	if !slices.ContainsFunc(results, func(r *Value) bool { return r.kind != absent }) {
		return results[0]
	}
	return Choose(v.Place(), results...)
}

// pairedItems are the elements of alternative lists, paired by position.
func (v *Value) pairedItems() []*Value {
	var lists [][]*Value
	longest := 0
	for _, a := range v.Alternatives() {
		if a.kind == unknown {
			// Anything may stand there instead, so nothing holds of every alternative, but what is written
			// is still there if the condition says so.
			lists = append(lists, nil)
			continue
		}
		items := a.Items()
		lists = append(lists, items)
		longest = max(longest, len(items))
	}
	var paired []*Value
	for i := range longest {
		var column []*Value
		for _, items := range lists {
			if i < len(items) {
				column = append(column, items[i])
			}
		}
		item := Choose(v.Place(), column...)
		if len(column) < len(lists) || slices.ContainsFunc(column, (*Value).Maybe) {
			item = item.Optional()
		}
		paired = append(paired, item)
	}
	return paired
}

// alternatives is how many combinations the values stand for.
func alternatives(values []*Value) int {
	n := 1
	for _, v := range values {
		if v.kind == either {
			n *= len(v.items)
		}
		if n > maxAlternatives {
			break
		}
	}
	return n
}
