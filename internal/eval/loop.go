package eval

import (
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// splatItem is the name under which a splat's element is looked up; no identifier has it.
const splatItem = "[*]"

func (s *Scope) splat(e *hclsyntax.SplatExpr, place Place) *Value {
	each := func(item *Value) *Value { return s.With(map[string]*Value{splatItem: item}).Eval(e.Each) }
	return s.Eval(e.Source).mapAlternatives(func(v *Value) *Value {
		switch {
		case v.failed:
			return v.failedAs(place)
		case v.kind == absent:
			return NewList(nil, false, place)
		case v.kind == unknown:
			// What an element has is known as far as the reference goes: x[*].arn refers to x.arn.
			if v.doubtful(false) {
				s.uncertain()
			}
			return unknownNumber(each(v), place)
		case v.kind != list:
			v = NewList([]*Value{v}, false, place)
		}
		return s.mapItems(v, place, each)
	})
}

// unknownNumber is a list of an unknown number of the same element.
func unknownNumber(item *Value, place Place) *Value {
	if item.failed {
		return NewList(nil, false, place)
	}
	out := NewList([]*Value{item.Optional()}, true, place)
	out.rest = item
	return out
}

// mapItems is the list of f of each element.
func (s *Scope) mapItems(v *Value, place Place, f func(*Value) *Value) *Value {
	items := make([]*Value, 0, len(v.items))
	open := v.open
	for i := range v.items {
		item := v.item(i)
		if !s.meter.spend(loopSteps) {
			open = true
			break
		}
		r := f(item.certain())
		if r.failed {
			if !item.maybe {
				return r.failedAs(place)
			}
			s.uncertain()
			continue
		}
		items = append(items, r.asElement(item.maybe))
	}
	out := NewList(items, open, place)
	if out.kind == unknown {
		return out
	}
	out.unordered = v.shuffled()
	if v.rest != nil && len(items) > 0 {
		out.rest = f(v.child(v.rest).certain())
	}
	if v.ty != cty.NilType {
		ety, _ := unifiedType(items)
		out.ty = cty.List(ety)
	}
	return out
}

// forExpr is a list or an object made of a collection. Over an unknown collection the body is evaluated once, for an
// element that may be there, so that what is wrong in the body is seen.
func (s *Scope) forExpr(e *hclsyntax.ForExpr, place Place) *Value {
	return s.Eval(e.CollExpr).mapAlternatives(func(c *Value) *Value {
		switch {
		case c.failed:
			return c.failedAs(place)
		case c.kind != unknown && c.kind != list && c.kind != object:
			return broken(place)
		case c.doubtful(false):
			s.uncertain()
		}
		f := &forLoop{s: s, e: e, place: place, open: c.open || c.kind == unknown}
		f.unordered = c.shuffled()
		f.run(c)
		return f.result(c)
	})
}

type forLoop struct {
	s         *Scope
	e         *hclsyntax.ForExpr
	place     Place
	items     []*Value
	members   []Member
	open      bool
	hidden    bool // a key is not known
	unordered bool
	failure   *Value
}

func (f *forLoop) run(c *Value) {
	unknownEntry := Entry{Key: c.unknownItem(f.place), Value: c.unknownItem(f.place), Maybe: true}
	more := f.open && c.rest == nil
	if more && c.kind != list {
		f.add(unknownEntry) // in the order of keys it may come anywhere
	}
	for _, entry := range c.Entries() {
		if f.failure != nil {
			return
		}
		if !f.s.meter.spend(loopSteps) || len(f.items)+len(f.members) >= maxItems {
			f.open = true
			f.s.uncertain()
			return
		}
		f.add(entry)
	}
	if more && c.kind == list && !c.hasMaybe() {
		f.add(unknownEntry)
	}
}

func (f *forLoop) add(entry Entry) {
	names := map[string]*Value{f.e.ValVar: entry.Value}
	if f.e.KeyVar != "" {
		names[f.e.KeyVar] = entry.Key
	}
	scope := f.s.With(names)
	maybe := entry.Maybe
	var why *Cause
	if f.e.CondExpr != nil {
		condition := scope.Eval(f.e.CondExpr).truth()
		switch {
		case condition.failed:
			f.fail(condition, maybe)
			return
		case condition.False():
			if maybe && f.open {
				f.skip(entry)
			}
			return
		case !condition.True():
			maybe = true
			why = firstCause(condition)
			if condition.mayFail {
				f.s.uncertain()
			}
		}
	}
	value := scope.Eval(f.e.ValExpr)
	if value.failed {
		f.fail(value, maybe)
		return
	}
	value = value.asElement(maybe).because(why)
	if f.e.KeyExpr == nil {
		f.items = append(f.items, value)
		return
	}
	f.addMember(scope.Eval(f.e.KeyExpr), value)
}

// skip keeps the place of an element that is left out where others may stand beside it, of which nothing is known.
func (f *forLoop) skip(entry Entry) {
	if f.e.KeyExpr == nil {
		f.items = append(f.items, entry.Value.gap())
	}
}

// fail takes note that an element can't be evaluated. If it may not be there, then there is none.
func (f *forLoop) fail(v *Value, maybe bool) {
	if maybe {
		f.s.uncertain()
		return
	}
	f.failure = v.failedAs(f.place)
}

// addMember adds a member. Two of the same key are an error, so that one whose key is not known replaces no other one.
func (f *forLoop) addMember(key, value *Value) {
	k, ok := key.Text()
	m := Member{Key: k, Value: value}
	switch {
	case key.failed || key.kind == absent || key.kind == list || key.kind == object:
		f.fail(broken(f.place), value.maybe)
		return
	case !ok:
		f.s.uncertain() // it may be the key of another one
		f.hidden = true
		m.Key, m.Name = unknownKey(len(f.members)), key.as(cty.String)
	}
	f.members = append(f.members, m)
}

func (f *forLoop) result(c *Value) *Value {
	var rest *Value
	if c.kind == unknown && len(f.items) == 1 {
		rest = f.items[0].certain()
	}
	if c.kind == unknown && len(f.members) == 1 && !f.e.Group {
		rest = f.members[0].Value.certain()
	}
	var out *Value
	switch {
	case f.failure != nil:
		return f.failure
	case f.e.KeyExpr == nil:
		out = NewList(f.items, f.open, f.place)
	case f.e.Group:
		out = f.grouped()
	default:
		if out = f.object(); out.failed {
			return out
		}
	}
	if out.kind == unknown {
		return out
	}
	out.unordered = f.unordered && out.kind == list && (f.open || len(f.items) > 1)
	out.rest = rest
	return out.withCause(firstCause(c))
}

// withCause is a new collection that is open because of cause.
func (v *Value) withCause(cause *Cause) *Value {
	if v.open && v.cause == nil {
		v.cause = cause
	}
	return v
}

func (f *forLoop) object() *Value {
	at := make(map[string]int, len(f.members))
	members := f.members[:0:0]
	for _, m := range f.members {
		i, dup := at[m.Key]
		switch {
		case !dup:
			at[m.Key] = len(members)
			members = append(members, m)
		case !m.Value.maybe && !members[i].Value.maybe:
			return broken(f.place)
		default:
			// Only one of them can be there.
			maybe := m.Value.maybe && members[i].Value.maybe
			members[i].Value = Choose(f.place, members[i].Value, m.Value).asElement(maybe)
		}
	}
	return NewObject(members, f.open, f.place)
}

// grouped is the result of a for expression with "...": a list under each key.
func (f *forLoop) grouped() *Value {
	groups := map[string][]*Value{}
	var members []Member
	for _, m := range f.members {
		if _, ok := groups[m.Key]; !ok {
			members = append(members, m)
		}
		groups[m.Key] = append(groups[m.Key], m.Value)
	}
	for i, m := range members {
		group := NewList(groups[m.Key], f.open || f.hidden, f.place)
		group.unordered = f.open || f.hidden || f.unordered // one whose key is not known may belong here, anywhere
		// A group whose key is not known may be one of the others.
		maybe := len(group.CertainItems()) == 0 || m.Name != nil && len(members) > 1
		members[i].Value = group.asElement(maybe)
	}
	return NewObject(members, f.open, f.place)
}
