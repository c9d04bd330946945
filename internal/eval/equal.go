package eval

import (
	"slices"

	"github.com/zclconf/go-cty/cty"
)

// equal tells whether two values are the same to HCL's ==, which converts nothing, where that is certain.
func equal(a, b *Value) (result, certain bool) { return (&comparison{maxCompared}).equal(a, b) }

// maxCompared bounds how many pairs of values are looked at to compare two: what is one of several is compared with each.
const maxCompared = 20_000

// comparison compares values until its budget is spent; then it is certain of nothing.
type comparison struct{ budget int }

func (c *comparison) equal(a, b *Value) (result, certain bool) {
	if c.budget--; c.budget < 0 {
		return false, false
	}
	if a.kind == either || b.kind == either {
		return c.equalAlternatives(a, b)
	}
	switch {
	case a.failed, b.failed:
		return false, false
	case a.kind == unknown, b.kind == unknown:
		return equalUnknown(a, b)
	case a.kind == absent || b.kind == absent:
		return a.kind == b.kind, true
	case a.kind != b.kind:
		x, _ := a.Text()
		return false, !a.loose && !b.loose || !b.Is(x)
	}
	switch a.kind {
	case text:
		return equalTexts(a, b)
	case list:
		return c.equalLists(a, b)
	case object:
		return c.equalObjects(a, b)
	}
	return a.prim.Equals(b.prim).True(), true
}

// MayBe tells whether two texts, of which not all is known, may be the same.
func (v *Value) MayBe(o *Value) bool {
	same, certain := equal(v, o)
	return same || !certain
}

func (c *comparison) equalAlternatives(a, b *Value) (result, certain bool) {
	for i, x := range a.Alternatives() {
		for j, y := range b.Alternatives() {
			r, ok := c.equal(x, y)
			if !ok || (i+j > 0 && r != result) {
				return false, false
			}
			result = r
		}
	}
	return result, true
}

// equalUnknown compares numbers of which a range is known.
func equalUnknown(a, b *Value) (result, certain bool) {
	x, y := a.Cty(), b.Cty()
	if x.Type() != cty.Number || y.Type() != cty.Number {
		return false, false
	}
	e := x.Equals(y)
	return e.IsKnown() && e.True(), e.IsKnown()
}

func equalTexts(a, b *Value) (result, certain bool) {
	x, xok := a.Text()
	y, yok := b.Text()
	if xok && yok {
		return x == y, true
	}
	// A text with holes still differs for certain from what has another beginning or end, or is too short.
	differs := len(commonPrefix(a.Prefix(), b.Prefix())) < min(len(a.Prefix()), len(b.Prefix())) ||
		len(commonSuffix(a.Suffix(), b.Suffix())) < min(len(a.Suffix()), len(b.Suffix())) ||
		xok && len(x) < b.minLength() || yok && len(y) < a.minLength()
	return false, differs
}

func (c *comparison) equalLists(a, b *Value) (result, certain bool) {
	if !a.counted() || !b.counted() || a.unordered || b.unordered {
		return false, false
	}
	if (a.isSet() || b.isSet()) && !(a.WhollyKnown() && b.WhollyKnown()) {
		return false, false
	}
	if len(a.items) != len(b.items) {
		return false, true
	}
	certain = true
	for i := range a.items {
		same, ok := c.equal(a.items[i], b.items[i])
		if ok && !same {
			return false, true
		}
		certain = certain && ok
	}
	if !certain {
		return false, false
	}
	return equalTypes(a, b)
}

func (c *comparison) equalObjects(a, b *Value) (result, certain bool) {
	certain = true
	for _, pair := range [][2]*Value{{a, b}, {b, a}} {
		x, y := pair[0], pair[1]
		certain = certain && !x.open
		for _, k := range x.keys {
			m, o := x.get(k), y.get(k)
			switch {
			case m.maybe || isUnknownKey(k) || o == nil && (y.open || y.hidden) || o != nil && o.maybe:
				certain = false
				continue
			case o == nil:
				return false, true
			}
			same, ok := c.equal(m, o)
			if ok && !same {
				return false, true
			}
			certain = certain && ok
		}
	}
	if !certain {
		return false, false
	}
	return equalTypes(a, b)
}

// equalTypes tells whether two collections of the same elements are of the same type; if not, they are not equal.
func equalTypes(a, b *Value) (result, certain bool) {
	x, y := a.ctyType(), b.ctyType()
	if x.Equals(y) {
		return true, true
	}
	return false, otherType(x, y)
}

// otherType tells whether a type certainly is another one, also where parts of them are not known.
func otherType(x, y cty.Type) bool {
	switch {
	case x == cty.DynamicPseudoType || y == cty.DynamicPseudoType:
		return false
	case x.IsListType() && y.IsListType(), x.IsSetType() && y.IsSetType(), x.IsMapType() && y.IsMapType():
		return otherType(x.ElementType(), y.ElementType())
	case x.IsTupleType() && y.IsTupleType() && x.Length() == y.Length():
		for i, ety := range x.TupleElementTypes() {
			if otherType(ety, y.TupleElementType(i)) {
				return true
			}
		}
		return false
	case x.IsObjectType() && y.IsObjectType() && len(x.AttributeTypes()) == len(y.AttributeTypes()):
		for name, aty := range x.AttributeTypes() {
			if !y.HasAttribute(name) || otherType(aty, y.AttributeType(name)) {
				return true
			}
		}
		return false
	}
	return !x.Equals(y)
}

// contains tells whether a list holds the value, where that is certain.
func (v *Value) contains(item *Value) (result, certain bool) {
	certain = v.kind == list && !v.open
	for _, other := range v.Items() {
		same, ok := equal(other, item)
		if same && ok && !other.maybe {
			return true, true
		}
		certain = certain && ok && !same
	}
	return false, certain
}

// maxPairs bounds how many elements that are not wholly known are compared with each other.
const maxPairs = 100

// withoutRepeats is a list without elements that are certainly equal to an earlier one. One that is not known and may be
// equal to another one may not be there beside it.
func (v *Value) withoutRepeats() *Value {
	items := make([]*Value, 0, len(v.items))
	var known, open []*Value
	var before []int // how many of known stand before each of open
	seen := map[string]bool{}
	for _, item := range v.Items() {
		key, ok := item.identity()
		if !ok {
			open = append(open, item)
			before = append(before, len(known))
		} else if !item.maybe {
			if seen[key] {
				continue
			}
			seen[key] = true
			known = append(known, item)
		}
		items = append(items, item)
	}
	unordered := v.unordered
	for i, item := range items {
		if len(open) == 0 || item != open[0] {
			continue
		}
		later := item.mayEqual(known[before[0]:])
		if later || item.mayEqual(items[:i]) {
			items[i] = item.Optional()
		}
		unordered = unordered || later // it may be there in the place of a later one
		open, before = open[1:], before[1:]
	}
	c := NewList(items, v.open, v.Place()).withRefs(v.refs...)
	if c.kind == list {
		c.ty, c.rest, c.unordered = v.ty, v.rest, unordered
	}
	return c
}

// mayEqual tells whether the value may be one of others.
func (v *Value) mayEqual(others []*Value) bool {
	return len(others) > maxPairs || slices.ContainsFunc(others, func(o *Value) bool {
		same, certain := equal(v, o)
		return same || !certain
	})
}

// identity is a text that two known values share only if they are equal.
func (v *Value) identity() (key string, known bool) {
	if v.kind == text {
		s, ok := v.Text()
		return "s" + s, ok
	}
	if !v.certain().WhollyKnown() {
		return "", false
	}
	return v.Cty().GoString(), true
}
