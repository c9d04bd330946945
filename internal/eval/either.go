package eval

import (
	"slices"

	"github.com/zclconf/go-cty/cty"
)

// maxAlternatives bounds how many alternatives unknown conditions may leave: beyond it only what they have in common is kept.
const maxAlternatives = 8

// Choose is the value that is one of alternatives, and it can't be known which. Those that certainly fail are none of them:
// where one of them were chosen there would be no value at all.
func Choose(place Place, alternatives ...*Value) *Value {
	var items []*Value
	mayFail := false
	for _, a := range alternatives {
		mayFail = mayFail || a.failed || a.mayFail
		if a.kind == either {
			items = append(items, a.Alternatives()...)
			continue
		}
		if !a.failed {
			items = append(items, a.certain())
		}
	}
	if len(items) == 0 {
		return broken(place)
	}
	var v *Value
	if distinct := withoutRedundant(items); len(distinct) > maxAlternatives {
		v = inCommon(place, items)
	} else {
		v = chooseOf(place, distinct)
	}
	if mayFail {
		return v.uncertain()
	}
	return v
}

func chooseOf(place Place, items []*Value) *Value {
	if len(items) == 1 {
		return items[0]
	}
	// What is written in one place in every case is shown there, not at the condition.
	if common := items[0].Place(); !slices.ContainsFunc(items, func(i *Value) bool { return !i.Place().Same(common) }) {
		place = common
	}
	v := &Value{kind: either, items: items, place: place, size: total(items)}
	return v.bounded()
}

// withoutRedundant are the alternatives without those that are the same as an earlier one. What is not known may be absent:
// that needs no alternative of its own.
func withoutRedundant(items []*Value) []*Value {
	anything := slices.IndexFunc(items, func(i *Value) bool { return i.kind == unknown })
	var out []*Value
	for i, item := range items {
		switch {
		case len(out) > maxAlternatives:
			return out
		case anything >= 0 && item.kind == absent:
		case item.kind == unknown && i > anything:
			at := slices.IndexFunc(out, func(o *Value) bool { return o.kind == unknown })
			out[at] = out[at].together(item)
		case !slices.ContainsFunc(out, item.sameAlternative):
			out = append(out, item)
		}
	}
	return out
}

// together is what two unknown values have in common: that either may be it.
func (v *Value) together(o *Value) *Value {
	c := *v
	for _, r := range o.refs {
		if !slices.Contains(c.refs, r) {
			c.refs = append(slices.Clip(c.refs), r)
		}
	}
	c.prim, c.encoded = cty.NilVal, nil
	return &c
}

func (v *Value) sameAlternative(o *Value) bool {
	if o == v || o.kind == absent && v.kind == absent {
		return true
	}
	if o.kind != v.kind {
		return false
	}
	a, aok := o.Text()
	b, bok := v.Text()
	if aok || bok || v.kind != text {
		return aok && bok && a == b
	}
	return v.encoded == o.encoded && v.encoding == o.encoding && slices.EqualFunc(v.parts, o.parts, part.same)
}

// Alternatives are the values that the value may be: itself, where it is only one.
func (v *Value) Alternatives() []*Value {
	if v.kind != either {
		return []*Value{v}
	}
	if v.use != nil {
		return v.usedParts((*Value).Alternatives)
	}
	alternatives := make([]*Value, len(v.items))
	for i, a := range v.items {
		alternatives[i] = v.child(a)
	}
	return alternatives
}

// WrittenInOnePlace tells whether all that the value may be is written in the same place: one thing, a part of which is open.
func (v *Value) WrittenInOnePlace() bool {
	if v.kind != either {
		return true
	}
	first := identities(v.items[:1])[0]
	return first != identity{} && !slices.ContainsFunc(v.items, func(i *Value) bool { return identities([]*Value{i})[0] != first })
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
	out := Choose(v.Place(), results...)
	if out.kind == either && out.cause == nil {
		out.cause = v.cause
	}
	return out
}

// pairedItems are the elements of alternative lists: what all of them have, the same text or what is written in the same place, is
// paired wherever it stands, and the others by position.
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
	inOrder := commonFirst(lists)
	var paired []*Value
	for _, i := range inOrder(longest) {
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
		if item.maybe || item.kind == either {
			item = item.because(v.cause)
		}
		paired = append(paired, item)
	}
	return paired
}

// joined is a value that is one of several objects as one object, of which a member that some of them lack may be there.
// What is none of objects is returned as it is.
func (v *Value) joined() *Value {
	if v.kind != either {
		return v
	}
	alternatives := v.Alternatives()
	var keys []string
	var hidden []Member
	columns := map[string][]*Value{}
	open := false
	for _, a := range alternatives {
		if a.kind != object && a.kind != absent && a.kind != unknown {
			return v
		}
		open = open || a.Open()
		for _, k := range a.keys {
			if isUnknownKey(k) {
				hidden = append(hidden, a.named(k, a.member(k).Optional()))
				continue
			}
			if columns[k] == nil {
				keys = append(keys, k)
			}
			columns[k] = append(columns[k], a.member(k))
		}
	}
	members := make([]Member, len(keys), len(keys)+len(hidden))
	for i, k := range keys {
		column := columns[k]
		maybe := len(column) < len(alternatives) || slices.ContainsFunc(column, (*Value).Maybe)
		if len(column) < len(alternatives) && open {
			column = append(column, v.unknownItem(v.Place()))
		}
		members[i] = Member{Key: k, Value: Choose(v.Place(), column...).asElement(maybe)}
	}
	out := NewObject(append(members, hidden...), open, v.place)
	out.pin, out.cause = v.pin, firstCause(v)
	return out
}

// combinations is how many combinations of alternatives the values stand for; beyond maxAlternatives it is not exact.
func combinations(values []*Value) int {
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
