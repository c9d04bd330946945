package eval

import (
	"slices"

	"github.com/zclconf/go-cty/cty"
)

// merge is shallow: of two members of one key the later one counts. What a later unknown argument may hold hides what is
// known of the earlier ones.
func merge(c call) *Value {
	m := &merging{place: c.place, members: map[string]*Value{}, names: map[string]*Value{}}
	var ty cty.Type // of all arguments, where they are maps of one type
	for i, a := range c.args {
		if a.kind == absent {
			continue
		}
		a = a.mapAlternatives(func(a *Value) *Value {
			if a.kind == object || a.kind == unknown || a.kind == absent {
				return a
			}
			return c.broken()
		}).asElement(a.maybe).joined()
		switch {
		case a.failed && a.maybe:
			c.scope.uncertain()
			continue // then it isn't there
		case a.failed:
			return c.broken()
		}
		m.add(a)
		switch {
		case i == 0:
			ty = a.ty
		case ty != cty.NilType && (a.ty == cty.NilType || !a.ty.Equals(ty)):
			ty = cty.NilType
		}
	}
	members := make([]Member, len(m.keys))
	for i, k := range m.keys {
		members[i] = Member{Key: k, Value: m.members[k], Name: m.names[k]}
	}
	out := NewObject(members, m.open, c.place).withRefs(m.refs...)
	out.cause, out.loose = m.cause, m.loose
	if ty != cty.NilType {
		return out.typed(ty)
	}
	return out
}

// merging is what several objects make together.
type merging struct {
	place   Place
	keys    []string
	members map[string]*Value
	names   map[string]*Value // what is known of the keys that are not known
	open    bool
	loose   bool
	refs    []Ref
	cause   *Cause
}

func (m *merging) add(o *Value) {
	m.loose = m.loose || o.loose
	if o.Open() {
		m.open = m.open || o.open || o.kind == unknown
		m.refs = append(m.refs, o.refs...)
		if m.cause == nil {
			m.cause = firstCause(o)
		}
	}
	replaces := o.open || o.kind == unknown
	if replaces || o.hidden || len(m.names) > 0 { // nothing else does anything to the members before
		for k, v := range m.members {
			if replaces {
				v = Choose(m.place, v, o.unknownItem(m.place)).asElement(v.maybe)
			}
			m.members[k] = v.asElement(v.maybe || m.mayReplace(o, k))
		}
	}
	for _, k := range o.keys {
		value := o.member(k)
		if isUnknownKey(k) {
			name := o.name(k)
			k = unknownKey(len(m.names))
			m.names[k] = name
		}
		before, had := m.members[k]
		if !had {
			m.keys = append(m.keys, k)
		}
		switch {
		case o.maybe && had, value.maybe && had:
			value = Choose(m.place, before, value).asElement(before.maybe)
		case (o.maybe || value.maybe) && m.open:
			value = Choose(m.place, value, NewUnknown(m.place, m.cause)).Optional() // what an earlier one may hold
		case o.maybe:
			value = value.Optional()
		}
		if value.maybe || value.kind == either {
			value = value.because(o.cause)
		}
		m.members[k] = value
	}
}

// mayReplace tells whether a member of o replaces the one with this key perhaps: one of the two keys is not wholly known.
func (m *merging) mayReplace(o *Value, key string) bool {
	name := m.names[key]
	if name == nil {
		return o.mayHide(key)
	}
	return len(m.names) > maxHidden || slices.ContainsFunc(o.keys, func(k string) bool { return name.MayBe(o.name(k)) })
}

// lookup is a map's member, or the default.
func lookup(c call) *Value {
	m, key := c.args[0], c.args[1]
	fallback := c.broken()
	if len(c.args) > 2 {
		fallback = c.args[2]
	}
	if m.kind == absent || key.kind == absent || m.kind != object && m.kind != unknown {
		return c.broken()
	}
	if m.ty != cty.NilType {
		if fallback = fallback.as(m.ty.ElementType()); fallback.failed && len(c.args) > 2 {
			return c.broken()
		}
	}
	k, ok := key.Text()
	switch {
	case !ok:
		return Choose(c.place, anyOf(m, key, c.place), fallback)
	case m.kind == unknown:
		return Choose(c.place, m.unknownPart(k), fallback)
	}
	v := m.member(k)
	if v == nil {
		v = m.elsewhere(k)
		if v == nil {
			return fallback
		}
		v = v.Optional()
	}
	switch {
	case v.maybe && m.mayHide(k):
		return Choose(c.place, v, m.instead(k), fallback)
	case v.maybe:
		return Choose(c.place, v, fallback)
	}
	return v
}

func keys(c call) *Value {
	return c.entries(cty.String, func(e Entry) *Value { return e.Key })
}

func values(c call) *Value {
	v := c.args[0]
	if v.ty != cty.NilType {
		return c.entries(v.ty.ElementType(), func(e Entry) *Value { return e.Value })
	}
	return c.entries(cty.DynamicPseudoType, func(e Entry) *Value { return e.Value })
}

// entries is the list of a part of each entry of an object, in the order of its keys. Those that are not known may stand
// anywhere, so the list begins with them.
func (c call) entries(ety cty.Type, of func(Entry) *Value) *Value {
	v := c.args[0]
	if v.kind != object {
		return c.unknownOrBroken()
	}
	var items []*Value
	if v.open && v.rest == nil {
		items = append(items, v.gap())
	}
	for _, e := range v.Entries() {
		items = append(items, of(e).asElement(e.Maybe))
	}
	out := NewList(items, v.open, c.place)
	if out.kind != list {
		return out
	}
	out.unordered, out.loose = v.shuffled(), v.loose
	if v.ty != cty.NilType {
		return out.typed(cty.List(ety))
	}
	return out
}

func zipmap(c call) *Value {
	names, members := c.args[0].as(cty.List(cty.String)), c.args[1]
	switch {
	case names.failed, members.kind != list && members.kind != unknown, members.hasNoIndexes():
		return c.broken()
	case names.kind == unknown || members.kind == unknown:
		return c.unknown(Function)
	case names.counted() && members.counted() && len(names.items) != len(members.items):
		return c.broken()
	}
	entries := make([]objectEntry, len(names.items))
	for i, name := range names.Items() {
		value := members.unknownItem(c.place)
		if i < names.fixed && i < members.fixed && !names.shuffled() && !members.shuffled() {
			value = members.item(i)
		}
		if names.open {
			value = Choose(c.place, value, members.unknownItem(c.place)) // a later name may be the same
		}
		if name.kind == absent {
			return c.broken()
		}
		entries[i] = objectEntry{key: name, value: value.asElement(name.maybe)}
	}
	out := newObject(entries, names.open, c.place)
	if members.ty != cty.NilType {
		return out.typed(cty.Map(members.ty.ElementType()))
	}
	return out
}

// transpose is a map of lists of strings turned around: the keys under which each string stands.
func transpose(c call) *Value {
	v := c.args[0].as(cty.Map(cty.List(cty.String)))
	if v.failed {
		return c.broken()
	}
	if !v.WhollyKnown() {
		return c.unknown(Function)
	}
	var names []string
	under := map[string][]*Value{}
	for _, e := range v.Entries() {
		for _, item := range e.Value.Items() {
			name, ok := item.Text()
			if !ok {
				return c.broken()
			}
			if under[name] == nil {
				names = append(names, name)
			}
			under[name] = append(under[name], e.Key)
		}
	}
	members := make([]Member, len(names))
	for i, name := range names {
		members[i] = Member{Key: name, Value: NewList(under[name], false, c.place).typed(cty.List(cty.String))}
	}
	return NewObject(members, false, c.place).typed(cty.Map(cty.List(cty.String)))
}
