package eval

import (
	"slices"
	"strings"

	"github.com/zclconf/go-cty/cty"
)

// inCommon is what holds of all of many values, of which the value is one: more than can be kept as alternatives.
func inCommon(place Place, values []*Value) *Value {
	c := commonality{cause: firstCause(values...), budget: maxRefs}
	if c.cause == nil {
		c.cause = &Cause{Kind: Undecided, Range: place.Range}
	}
	return c.of(place, values)
}

// inCommon is what holds of all alternatives of a value, as one value.
func (v *Value) inCommon() *Value {
	if v.kind != either {
		return v
	}
	c := inCommon(v.Place(), v.Alternatives()).asElement(v.maybe)
	if c.kind == unknown && v.cause != nil {
		u := NewUnknown(c.place, v.cause, v.Refs()...).asElement(v.maybe)
		u.open = c.open
		return u
	}
	return c
}

type commonality struct {
	cause  *Cause
	budget int
}

func (c *commonality) of(place Place, values []*Value) *Value {
	first := values[0]
	u := NewUnknown(place, c.cause)
	for _, v := range values {
		for _, r := range v.refs {
			if !slices.Contains(u.refs, r) && len(u.refs) < maxAlternatives {
				u.refs = append(u.refs, r)
			}
		}
	}
	if c.budget -= len(values); c.budget < 0 || slices.ContainsFunc(values, func(v *Value) bool {
		return v.kind != first.kind || v.lazy || v.unordered || v.hidden || v.loose || v.isSet()
	}) {
		return u
	}
	if !slices.ContainsFunc(values, func(v *Value) bool { return !v.sameScalar(first) && !v.sameAlternative(first) }) {
		return first
	}
	if at := first.Place(); !slices.ContainsFunc(values, func(v *Value) bool { return !v.Place().Same(at) }) {
		place, u.place = at, at
	}
	switch first.kind {
	case text:
		return c.ofTexts(place, values, u)
	case list:
		return c.ofLists(place, values)
	case object:
		return c.ofObjects(place, values)
	}
	return u
}

// sameScalar tells whether two values are certainly the same, and no collections.
func (v *Value) sameScalar(o *Value) bool {
	if v.kind == absent {
		return o.kind == absent
	}
	if v.kind == text && v.encoded != nil {
		return v == o
	}
	a, known := v.Text()
	return known && o.kind == v.kind && o.Is(a)
}

func (c *commonality) ofTexts(place Place, values []*Value, u *Value) *Value {
	if e := values[0].encoding; !slices.ContainsFunc(values, func(v *Value) bool { return v.encoded == nil || v.encoding != e }) {
		var encoded []*Value
		for _, v := range values {
			encoded = append(encoded, v.child(v.encoded))
		}
		return encodedAs(e, c.of(place, encoded), place)
	}
	any := &Value{kind: either, items: values}
	// A string of JSON that only begins, or only ends, in what texts have in common may be another one in each.
	prefix, suffix := any.Prefix(), any.Suffix()
	if strings.Count(prefix, `"`)%2 == 1 {
		prefix = prefix[:strings.LastIndexByte(prefix, '"')]
	}
	if both := len(prefix) + len(suffix) - any.shortest(); both > 0 {
		suffix = suffix[min(both, len(suffix)):] // they would overlap in the shortest
	}
	if strings.Count(suffix, `"`)%2 == 1 {
		suffix = suffix[strings.IndexByte(suffix, '"')+1:]
	}
	// What they differ in may be any number of lines.
	between := strings.Count(prefix, "\n") + strings.Count(suffix, "\n")
	u.open = slices.ContainsFunc(values, func(v *Value) bool { return strings.Count(textWithMarks(v.written()), "\n") > between })
	if prefix == "" && suffix == "" {
		return u
	}
	return Concat([]*Value{NewText(prefix, place), u, NewText(suffix, place)}, place)
}

// shortest is how many bytes each of several texts certainly has.
func (v *Value) shortest() int {
	n := maxText
	for _, a := range v.items {
		n = min(n, a.minLength())
	}
	return n
}

func (c *commonality) ofLists(place Place, values []*Value) *Value {
	n, open := len(values[0].items), false
	for _, v := range values {
		open = open || v.open || v.fixed < len(v.items) || len(v.items) != len(values[0].items)
		n = min(n, v.fixed)
	}
	items := make([]*Value, n)
	for i := range items {
		var column []*Value
		for _, v := range values {
			column = append(column, v.item(i))
		}
		items[i] = c.of(place, column)
	}
	out := NewList(items, open, place).withCause(c.cause)
	if ty := values[0].ty; ty != cty.NilType && !slices.ContainsFunc(values, func(v *Value) bool { return v.ty == cty.NilType || !v.ty.Equals(ty) }) {
		return out.typed(ty)
	}
	return out
}

func (c *commonality) ofObjects(place Place, values []*Value) *Value {
	columns := map[string][]*Value{}
	var keys []string
	open := false
	for _, v := range values {
		open = open || v.open
		for _, k := range v.keys {
			if columns[k] == nil {
				keys = append(keys, k)
			}
			columns[k] = append(columns[k], v.member(k))
		}
	}
	members := make([]Member, len(keys))
	for i, k := range keys {
		column := columns[k]
		maybe := len(column) < len(values) || slices.ContainsFunc(column, (*Value).Maybe)
		if len(column) < len(values) && open {
			column = append(column, NewUnknown(place, c.cause))
		}
		members[i] = Member{Key: k, Value: c.of(place, column).asElement(maybe)}
	}
	return NewObject(members, open, place).withCause(c.cause)
}
