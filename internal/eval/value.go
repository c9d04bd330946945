// Package eval turns a Terraform expression into a value, part by part.
//
// Terraform's own evaluation is all or nothing: jsonencode of an object with one unknown member is one unknown string.
// Here every part that can be known stays known, and every part remembers where it was written and what it refers to.
// The package knows HCL and Terraform's functions; it knows nothing of AWS.
package eval

import (
	"slices"
	"strings"

	"github.com/zclconf/go-cty/cty"
)

type kind uint8

const (
	unknown kind = iota
	absent
	boolean
	number
	text
	list
	object
	either
)

// Value is one node of an evaluated expression. It is immutable, and never nil.
//
// A value is known, unknown, absent (null, or a key that is certainly missing), or one of several alternatives: what an
// unknown condition leaves open. Questions about a value are answered "yes" only where the answer holds for certain, so
// that every method that returns false on an unknown value may be used to decide what to report.
type Value struct {
	kind kind

	prim    cty.Value // a known boolean or number
	parts   []part    // the parts of a text
	encoded *Value    // what a text is the JSON encoding of, where that is known

	items []*Value // elements of a list, or the alternatives of an either
	set   bool     // a list that has no order of its own

	keys []string                // keys of an object, in order
	get  func(key string) *Value // an object's member; nil result: no such key
	rest *Value                  // what an open object has under any other key, where that is known

	open  bool // a list or an object that may hold more than is known
	maybe bool // an element that is there only if an unknown condition holds

	refs   []Ref
	place  Place
	pin    *pin   // where the value, and all that lies below, is shown instead
	cause  *Cause // why an unknown value is unknown
	failed bool   // an unknown value whose evaluation certainly fails
	origin any    // what a root attached: see Origin
}

// NewUnknown is a value that can't be known, because of cause.
func NewUnknown(place Place, cause *Cause, refs ...Ref) *Value {
	return &Value{kind: unknown, place: place, cause: cause, refs: refs}
}

// NewAbsent is a value that is certainly not there.
func NewAbsent(place Place) *Value { return &Value{kind: absent, place: place} }

// NewBool is a known boolean.
func NewBool(b bool, place Place) *Value {
	return &Value{kind: boolean, prim: cty.BoolVal(b), place: place}
}

// NewNumber is a known number.
func NewNumber(n int64, place Place) *Value {
	return &Value{kind: number, prim: cty.NumberIntVal(n), place: place}
}

// NewText is a known string.
func NewText(s string, place Place) *Value {
	return &Value{kind: text, parts: []part{{text: s, source: source{Range: place.Range, line: place.Range.Start.Line}}}, place: place}
}

// NewEncoded is the text that is the JSON encoding of v.
func NewEncoded(v *Value, place Place) *Value {
	return &Value{kind: text, encoded: v, place: place, refs: v.refs}
}

// NewList is a list of items; an open list may hold more.
func NewList(items []*Value, open bool, place Place) *Value {
	return &Value{kind: list, items: items, open: open, place: place}
}

// Member is a key of an object and its value.
type Member struct {
	Key   string
	Value *Value
}

// NewObject is an object of members, of which a later one replaces an earlier one of the same key; an open object may hold more.
func NewObject(members []Member, open bool, place Place) *Value {
	v := &Value{kind: object, open: open, place: place}
	byKey := make(map[string]*Value, len(members))
	for _, m := range members {
		if _, dup := byKey[m.Key]; !dup {
			v.keys = append(v.keys, m.Key)
		}
		byKey[m.Key] = m.Value
	}
	v.get = func(key string) *Value { return byKey[key] }
	return v
}

// NewLazyObject is an object whose members are evaluated when they are asked for. get is called with keys of the object
// only, and must give the same value for the same key.
func NewLazyObject(keys []string, get func(key string) *Value, open bool, place Place) *Value {
	return &Value{kind: object, keys: keys, open: open, place: place, get: func(key string) *Value {
		if !slices.Contains(keys, key) {
			return nil
		}
		return get(key)
	}}
}

// Append is the list with one more element; of a list with an element that stands for an unknown number it is not known how many.
func (v *Value) Append(item *Value, unknownNumber bool) *Value {
	c := *v
	c.items = append(slices.Clip(v.items), item)
	c.open = c.open || unknownNumber
	return &c
}

// WithUnknown is an open object of which other keys are unknown as the parts of u are: with its cause and references.
func (v *Value) WithUnknown(u *Value) *Value {
	c := *v
	c.open, c.cause, c.refs = true, u.cause, u.refs
	return &c
}

// WithRest is an open object that has rest under each key that it is not known to have.
func (v *Value) WithRest(rest *Value) *Value {
	c := *v
	c.open, c.rest = true, rest
	return &c
}

// Place is where the value was written, and where a finding about it is shown.
func (v *Value) Place() Place {
	return v.pin.show(v.place)
}

// Written is where the value was written, also where a finding about it has to be shown elsewhere.
func (v *Value) Written() Place { return v.place }

// At is the same value, shown at place, with all that lies below it. What was written elsewhere remembers it as Place.Text.
func (v *Value) At(place Place) *Value {
	c := *v
	c.pin = &pin{Place: place}
	if v.pin != nil {
		c.pin.module = v.pin.module
	}
	return &c
}

// From is the same value, which comes from another module: its references, and those of all that lies below it, get the
// address of that module before their own. The value itself is shown at place.
func (v *Value) From(module string, place Place) *Value {
	c := *v
	c.pin = &pin{Place: place, module: module}
	c.refs = foreign(v.refs, module)
	return &c
}

// inside is the same value, of which what is written inside place is shown at place.
func (v *Value) inside(place Place) *Value {
	if v.pin != nil {
		return v
	}
	c := *v
	c.pin = &pin{Place: place, inside: true}
	return &c
}

// child hands the pin of a value down to a part of it.
func (v *Value) child(c *Value) *Value {
	if v.pin == nil || c == nil || c.pin == v.pin || c.pin != nil && v.pin.inside {
		return c
	}
	shown := *c
	shown.pin = v.pin
	if v.pin.module != "" && (c.pin == nil || c.pin.module == "") {
		shown.refs = foreign(c.refs, v.pin.module)
	}
	return &shown
}

// WithRef is the same value, which also came from ref.
func (v *Value) WithRef(ref Ref) *Value {
	c := *v
	c.refs = append(slices.Clip(slices.Clone(v.refs)), ref)
	return &c
}

// WithOrigin is the same value, marked as coming from origin: whatever the root that resolves references wants to find again.
func (v *Value) WithOrigin(origin any) *Value {
	c := *v
	c.origin = origin
	return &c
}

// Origin is the mark that WithOrigin set, or nil.
func (v *Value) Origin() any { return v.origin }

// Optional is the same value as an element that may not be there.
func (v *Value) Optional() *Value {
	if v.maybe {
		return v
	}
	c := *v
	c.maybe = true
	return &c
}

// Maybe tells whether the value is an element that is there only if an unknown condition holds.
func (v *Value) Maybe() bool { return v.maybe }

// Unknown tells whether nothing is known of the value but its references.
func (v *Value) Unknown() bool { return v.kind == unknown }

// Absent tells whether the value is certainly not there: null, or a key that is missing.
func (v *Value) Absent() bool {
	return v.all(func(a *Value) bool { return a.kind == absent })
}

// Default is the value with the provider's default in the place of what is absent.
func (v *Value) Default(s string) *Value { return v.DefaultValue(NewText(s, v.place)) }

// DefaultValue is the value with another one in the place of what is absent.
func (v *Value) DefaultValue(d *Value) *Value {
	return v.mapAlternatives(func(a *Value) *Value {
		if a.kind != absent {
			return a
		}
		return v.child(d)
	})
}

// Map is f of the value, or of each of its alternatives.
func (v *Value) Map(f func(*Value) *Value) *Value { return v.mapAlternatives(f) }

// MapItems is the list of f of each element.
func (v *Value) MapItems(f func(*Value) *Value) *Value {
	return v.mapAlternatives(func(v *Value) *Value {
		if v.kind != list {
			return v
		}
		c := *v
		c.items = make([]*Value, len(v.items))
		for i, item := range v.items {
			c.items[i] = f(item)
			if item.maybe {
				c.items[i] = c.items[i].Optional()
			}
		}
		return &c
	})
}

// Present tells whether the value is certainly there. An unknown value may be null and is not.
func (v *Value) Present() bool {
	return v.all(func(a *Value) bool { return a.kind != absent && a.kind != unknown })
}

// all tells whether f holds of the value, and of every alternative where there are several.
func (v *Value) all(f func(*Value) bool) bool {
	if v.kind != either {
		return f(v)
	}
	for _, a := range v.items {
		if !a.all(f) {
			return false
		}
	}
	return true
}

// True tells whether the value is certainly true. Text that says so counts: the provider accepts "true".
func (v *Value) True() bool { return v.isBool(cty.True, "true") }

// False tells whether the value is certainly false.
func (v *Value) False() bool { return v.isBool(cty.False, "false") }

func (v *Value) isBool(want cty.Value, word string) bool {
	return v.all(func(a *Value) bool {
		switch a.kind {
		case boolean:
			return a.prim.RawEquals(want)
		case text:
			s, ok := a.Text()
			return ok && strings.EqualFold(s, word)
		}
		return false
	})
}

// IsList and IsObject tell what kind of collection the value certainly is.
func (v *Value) IsList() bool { return v.all(func(a *Value) bool { return a.kind == list }) }

// IsObject tells whether the value is certainly an object.
func (v *Value) IsObject() bool { return v.all(func(a *Value) bool { return a.kind == object }) }

// Open tells whether a list or an object may hold more than is known. An unknown value may hold anything.
func (v *Value) Open() bool {
	switch v.kind {
	case unknown:
		return true
	case either:
		return slices.ContainsFunc(v.items, (*Value).Open)
	}
	return v.open
}

// Items are the elements of a list that are known to be there, those included that are there only if an unknown condition
// holds (Maybe). A single value that is not a list is its own only element: Terraform and AWS write a list of one so. Of
// several alternatives the elements are paired by position: an element is what holds of it in each.
func (v *Value) Items() []*Value {
	switch v.kind {
	case absent, unknown:
		return nil
	case list:
		if v.pin == nil {
			return v.items
		}
		items := make([]*Value, len(v.items))
		for i, item := range v.items {
			items[i] = v.child(item)
		}
		return items
	case either:
		return v.pairedItems()
	}
	return []*Value{v}
}

// First is the first element of a list, for blocks that may be written once only: absent where there is none, unknown where
// there may be one.
func (v *Value) First() *Value {
	return v.mapAlternatives(func(v *Value) *Value {
		items := v.Items()
		switch {
		case len(items) == 0 && v.Open():
			return v.unknownPart("")
		case len(items) == 0:
			return v.child(NewAbsent(v.place))
		case items[0].maybe:
			return Choose(v.Place(), items[0], v.child(NewAbsent(v.place)))
		}
		return items[0]
	})
}

// CertainItems are the elements that are there whatever an unknown condition turns out to be.
func (v *Value) CertainItems() []*Value {
	items := v.Items()
	if !slices.ContainsFunc(items, (*Value).Maybe) {
		return items
	}
	return slices.DeleteFunc(slices.Clone(items), (*Value).Maybe)
}

// Keys are the keys of an object that are known, in the order in which they were written.
func (v *Value) Keys() []string {
	switch v.kind {
	case object:
		return v.keys
	case either:
		var keys []string
		for _, a := range v.items {
			for _, k := range a.Keys() {
				if !slices.Contains(keys, k) {
					keys = append(keys, k)
				}
			}
		}
		return keys
	}
	return nil
}

// Get is the member of an object with this key: absent where it is certainly missing, unknown where it may be there.
func (v *Value) Get(key string) *Value {
	switch v.kind {
	case object:
		if m := v.get(key); m != nil {
			return v.child(m)
		}
		if v.rest != nil {
			return v.child(v.rest)
		}
		if v.open {
			return v.unknownPart(key)
		}
		return v.child(NewAbsent(v.place))
	case either:
		return v.mapAlternatives(func(a *Value) *Value { return a.Get(key) })
	case unknown:
		return v.unknownPart(key)
	}
	return v.child(NewAbsent(v.place))
}

// GetFold is Get for documents whose keys are read in any case, as Go's encoding/json does: of several spellings of a key
// the last one counts.
func (v *Value) GetFold(key string) *Value {
	if v.kind == either {
		return v.mapAlternatives(func(a *Value) *Value { return a.GetFold(key) })
	}
	for _, k := range slices.Backward(v.Keys()) {
		if strings.EqualFold(k, key) {
			return v.Get(k)
		}
	}
	return v.Get(key)
}

// unknownPart is what an unknown value, or an open object, has under a key.
func (v *Value) unknownPart(key string) *Value {
	u := NewUnknown(v.place, v.cause)
	u.pin = v.pin
	for _, r := range v.refs {
		if key != "" {
			r = r.Step(key)
		}
		u.refs = append(u.refs, r)
	}
	if u.cause == nil {
		u.cause = &Cause{Kind: OpenObject, What: key, Range: v.place.Range}
	}
	return u
}

// Refs are the objects of the module that the value came from, as far as it is not a collection: those of a known value too.
func (v *Value) Refs() []Ref {
	switch v.kind {
	case text:
		refs := slices.Clone(v.refs)
		for _, p := range v.parts {
			if p.hole != nil {
				refs = append(refs, p.hole.Refs()...)
			}
		}
		return refs
	case either:
		refs := slices.Clone(v.refs)
		for _, a := range v.items {
			refs = append(refs, a.Refs()...)
		}
		return refs
	}
	return v.refs
}

// AllRefs are the references of the value and of all that lies in it.
func (v *Value) AllRefs() []Ref {
	refs := v.Refs()
	for _, i := range v.items {
		refs = append(refs, i.AllRefs()...)
	}
	for _, k := range v.keys {
		refs = append(refs, v.Get(k).AllRefs()...)
	}
	if v.encoded != nil {
		refs = append(refs, v.encoded.AllRefs()...)
	}
	return refs
}

// Cause is why an unknown value is unknown, or nil.
func (v *Value) Cause() *Cause { return v.cause }

// WhollyKnown tells whether no part of the value is unknown.
func (v *Value) WhollyKnown() bool { return v.FirstUnknown() == nil }

// FirstUnknown is the first part of the value that is not known, or nil.
func (v *Value) FirstUnknown() *Value {
	switch v.kind {
	case unknown:
		return v
	case text:
		if v.encoded != nil {
			return v.child(v.encoded).FirstUnknown()
		}
		for _, p := range v.parts {
			if p.hole != nil {
				return v.child(p.hole)
			}
		}
	case list, either:
		for _, i := range v.items {
			if u := v.child(i).FirstUnknown(); u != nil {
				return u
			}
		}
	case object:
		for _, k := range v.keys {
			if u := v.Get(k).FirstUnknown(); u != nil {
				return u
			}
		}
	}
	if v.open || v.maybe || v.kind == either {
		u := NewUnknown(v.place, v.cause)
		u.pin = v.pin
		return u
	}
	return nil
}
