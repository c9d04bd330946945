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

const (
	// maxSize bounds the size of one value; one that is larger is unknown.
	maxSize = 32 << 20
	// nodeSize is what a part of a value adds to its size, beside its text.
	nodeSize = 32
	// partSize is what a part of a text adds to its size.
	partSize = 128
	// stepSize is how much of a value is looked through in one step.
	stepSize = 256
)

// Value is one node of an evaluated expression. It is immutable, and never nil.
//
// A value is known, unknown, absent (null, or a key that is certainly missing), or one of several alternatives: what an
// unknown condition leaves open. Questions about a value are answered "yes" only where the answer holds for certain, so
// that every method that returns false on an unknown value may be used to decide what to report.
type Value struct {
	kind     kind
	encoding encoding // how a text stands for encoded

	// Flags stand together: there are very many values, and apart each would take as much room as a pointer.
	unordered bool // it is not known in which order the elements stand
	lazy      bool // members are evaluated when they are asked for
	hidden    bool // it has members whose keys are not known: see unknownKey
	inText    bool // an object that is written as JSON: its members stand in that order
	loose     bool // it may become another type, beside something that is not known: a number a text, a list a set
	open      bool // a list or an object that may hold more than is known: a list where an element is optional, or at its end
	maybe     bool // an element that is there only if an unknown condition holds
	failed    bool // an unknown value whose evaluation certainly fails
	mayFail   bool // a value whose evaluation may fail; Scope.Eval takes note of it and takes it off

	prim    cty.Value // a known boolean or number; of an unknown, the range that it lies in, where that is known
	parts   []part    // the parts of a text
	encoded *Value    // what a text stands for, where that is known; what a sensitive value hides

	items []*Value // elements of a list, or the alternatives of an either
	fixed int      // how many of the first elements are certainly there, so that their index is certain

	keys []string                // keys of an object, in order
	get  func(key string) *Value // an object's member; nil result: no such key

	ty      cty.Type // the type of a list, a set or a map; NilType: a tuple or an object
	rest    *Value   // what an open list or object has in any other place, where that is known
	missing *Value   // what Get gives for keys that the object certainly lacks

	size int // how much it is to write it all out, in bytes

	refs   []Ref
	place  Place
	pin    *pin   // where the value, and all that lies below, is shown instead
	cause  *Cause // why an unknown value is unknown, or why it is open which of several it is
	origin any    // what a root attached: see Origin
	use    *Place // where a reference took the value from elsewhere: see WhereUsed
}

// NewUnknown is a value that can't be known, because of cause.
func NewUnknown(place Place, cause *Cause, refs ...Ref) *Value {
	if len(refs) > maxKeptRefs {
		refs = joinRefs(nil, refs)
	}
	return &Value{kind: unknown, place: place, cause: cause, refs: refs}
}

func tooLarge(place Place, refs ...Ref) *Value {
	return NewUnknown(place, &Cause{Kind: TooLarge, Range: place.Range}, refs...)
}

// broken is a value whose evaluation certainly fails.
func broken(place Place) *Value {
	return &Value{kind: unknown, failed: true, place: place, cause: &Cause{Kind: Broken, Range: place.Range}}
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
	return newText([]part{{text: s, source: sourceOf(place)}}, place)
}

// NewEncoded is the text that is the JSON encoding of v.
func NewEncoded(v *Value, place Place) *Value { return encodedAs(jsonText, v, place) }

func encodedAs(e encoding, v *Value, place Place) *Value {
	// Quotes and backslashes need a backslash, each time that a text is encoded anew.
	out := &Value{kind: text, encoded: v, encoding: e, place: place, refs: v.refs, size: nodeSize + 2*v.size}
	return out.bounded()
}

// NewList is a list of items; an open list may hold more, where an item is optional or at the end.
func NewList(items []*Value, open bool, place Place) *Value {
	v := &Value{kind: list, items: items, open: open, place: place, size: total(items)}
	for v.fixed < len(items) && !items[v.fixed].maybe {
		v.fixed++
	}
	return v.bounded()
}

// Member is a key of an object and its value.
type Member struct {
	Key   string
	Value *Value
	// Name is what is known of the key where that is not all of it; then Key is not looked at.
	Name *Value
}

// NewObject is an object of members, of which a later one replaces an earlier one of the same key; an open object may hold more.
func NewObject(members []Member, open bool, place Place) *Value {
	v := &Value{kind: object, open: open, place: place}
	at := keySet{list: make([]string, 0, len(members))}
	values := make([]*Value, 0, len(members))
	var names map[string]*Value // the keys that are not wholly known
	for i, m := range members {
		if m.Name == nil && isUnknownKey(m.Key) {
			m.Name = NewText(m.Key, place) // somebody did write such a key
		}
		if m.Name != nil {
			m.Key = unknownKey(i)
			if names == nil {
				names = map[string]*Value{}
			}
			names[nameOf(m.Key)] = m.Name
			v.hidden = true
			v.size += m.Name.size
		}
		if i, dup := at.find(m.Key); dup {
			values[i] = m.Value
		} else {
			at.add(m.Key)
			values = append(values, m.Value)
		}
		v.size += nodeSize + len(m.Key) + m.Value.size
	}
	v.keys = at.list
	v.get = func(key string) *Value {
		if i, ok := at.find(key); ok {
			return values[i]
		}
		return names[key]
	}
	return v.bounded()
}

// NewLazyObject is an object whose members are evaluated when they are asked for. get is called with keys of the object
// only, and must give the same value for the same key.
func NewLazyObject(keys []string, get func(key string) *Value, open bool, place Place) *Value {
	var at keySet
	at.add(keys...)
	return &Value{kind: object, keys: keys, open: open, place: place, lazy: true, size: nodeSize * len(keys), get: func(key string) *Value {
		if _, ok := at.find(key); !ok {
			return nil
		}
		return get(key)
	}}
}

func total(values []*Value) int {
	size := 0
	for _, v := range values {
		size += nodeSize + v.size
	}
	return size
}

// bounded is the value, or an unknown one where it is too large: values that hold each other many times over would cost
// more to look through than anybody waits for.
func (v *Value) bounded() *Value {
	if v.size > maxSize {
		return tooLarge(v.place, v.refs...)
	}
	return v
}

// Append is the list with one more element; of a list with an element that stands for an unknown number it is not known how many.
func (v *Value) Append(item *Value, unknownNumber bool) *Value {
	c := NewList(append(slices.Clip(v.items), item), v.open || unknownNumber, v.place)
	c.pin, c.refs, c.rest = v.pin, v.refs, v.rest
	if unknownNumber && len(v.items) == 0 {
		c.rest = item
	}
	return c
}

// NewAtMostOne is a list of one element, or of none.
func NewAtMostOne(item *Value, place Place) *Value {
	v := NewList([]*Value{item.Optional()}, false, place)
	v.rest = item
	return v
}

// WithUnknown is an open object, or an open list, of which what else it has is unknown as the parts of u are: with its cause and
// references.
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
		c.pin.module, c.pin.passed = v.pin.module, v.pin.passed
	}
	return &c
}

// PassedAt is the same value, with all that lies below it, as one that a module call passes at a place.
func (v *Value) PassedAt(place *Place) *Value {
	c := *v
	p := pin{Place: v.Place()}
	if v.pin != nil {
		p = *v.pin
	}
	p.passed = place
	c.pin = &p
	return &c
}

// Passed is where a module call passes the value; nil where none does.
func (v *Value) Passed() *Place {
	if v.pin == nil {
		return nil
	}
	return v.pin.passed
}

// FromArguments is From, but what was passed to the other module is shown where it was passed.
func (v *Value) FromArguments(module string, place Place) *Value {
	passed := v.pin
	c := v.From(module, place)
	c.pin.byArgument = true
	if passed != nil && passed.passed != nil {
		c.pin.Place = *passed.passed
	}
	return c
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
	if c != nil && v.loose {
		c = c.loosely(true)
	}
	if v.pin == nil || c == nil || c.pin == v.pin || c.pin != nil && v.pin.inside {
		return c
	}
	shown := *c
	shown.pin = v.pin
	if v.pin.byArgument && c.pin != nil && c.pin.passed != nil {
		passed := *v.pin
		passed.Place = *c.pin.passed
		shown.pin = &passed
	}
	if v.pin.module != "" && (c.pin == nil || c.pin.module == "") {
		shown.refs = foreign(c.refs, v.pin.module)
	}
	return &shown
}

// WithRef is the same value, which also came from ref.
func (v *Value) WithRef(ref Ref) *Value { return v.withRefs(ref) }

func (v *Value) withRefs(refs ...Ref) *Value {
	if len(refs) == 0 {
		return v
	}
	c := *v
	c.refs = joinRefs(v.refs, refs)
	return &c
}

// maxKeptRefs bounds how many references a value keeps.
const maxKeptRefs = 200

// joinRefs are the references in both lists, each once.
func joinRefs(refs, others []Ref) []Ref {
	out := slices.Clip(refs)
	for _, r := range others {
		if len(out) >= maxKeptRefs {
			break
		}
		if !slices.Contains(out, r) {
			out = append(out, r)
		}
	}
	return out
}

// WithOrigin is the same value, marked as coming from origin: whatever the root that resolves references wants to find again.
func (v *Value) WithOrigin(origin any) *Value {
	c := *v
	c.origin = origin
	return &c
}

// Origin is the mark that WithOrigin set, or nil.
func (v *Value) Origin() any { return v.origin }

// Default is the value with the provider's default in the place of what is absent.
func (v *Value) Default(s string) *Value {
	return v.mapAlternatives(func(a *Value) *Value {
		if a.kind != absent {
			return a
		}
		return v.child(NewText(s, a.Place()))
	})
}

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

// Optional is the same value as an element that may not be there.
func (v *Value) Optional() *Value { return v.asElement(true) }

// certain is the same value, taken out of the collection in which it may not be there.
func (v *Value) certain() *Value { return v.asElement(false) }

func (v *Value) asElement(maybe bool) *Value {
	if v.maybe == maybe {
		return v
	}
	c := *v
	c.maybe = maybe
	return &c
}

// Maybe tells whether the value is an element that is there only if an unknown condition holds.
func (v *Value) Maybe() bool { return v.maybe }

// failedAs is the failure of a part as the failure of the whole.
func (v *Value) failedAs(place Place) *Value {
	c := *v
	c.place, c.maybe = place, false
	return &c
}

// uncertain is the same value, of which it is not certain that it can be evaluated.
func (v *Value) uncertain() *Value {
	c := *v
	c.mayFail = !v.failed
	return &c
}

// MayFail is the same value, of which it is not certain that it is there to be asked for: try() may take another one.
func (v *Value) MayFail() *Value { return v.uncertain() }

// Unknown tells whether nothing is known of the value but its references.
func (v *Value) Unknown() bool { return v.kind == unknown }

// Absent tells whether the value is certainly not there: null, or a key that is missing.
func (v *Value) Absent() bool {
	return v.all(func(a *Value) bool { return a.kind == absent })
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

// Refs are the objects of the module that the value came from, as far as it is not a collection: those of a known value too.
func (v *Value) Refs() []Ref {
	switch v.kind {
	case text:
		refs := v.refs
		for _, p := range v.parts {
			if p.hole != nil && len(refs) < maxKeptRefs {
				refs = joinRefs(refs, v.child(p.hole).Refs())
			}
		}
		return refs
	case either:
		refs := v.refs
		for _, a := range v.Alternatives() {
			refs = joinRefs(refs, a.Refs())
		}
		return refs
	}
	return v.refs
}

// maxRefs bounds how many parts of a value are searched for references.
const maxRefs = 10_000

// AllRefs are the references of the value and of all that lies in it.
func (v *Value) AllRefs() []Ref {
	var refs []Ref
	seen := map[Ref]bool{}
	budget := maxRefs
	var walk func(*Value)
	walk = func(v *Value) {
		if budget--; budget < 0 || v == nil {
			return
		}
		for _, r := range v.Refs() {
			if !seen[r] {
				seen[r] = true
				refs = append(refs, r)
			}
		}
		walk(v.child(v.encoded))
		for _, p := range v.parts {
			walk(v.child(p.hole))
		}
		for _, i := range v.items {
			walk(v.child(i))
		}
		for _, k := range v.keys {
			walk(v.child(v.get(k)))
		}
	}
	walk(v)
	return refs
}

// HasRef tells whether one of the references of the value, or of what lies in it, is one that is looked for. It costs less than
// AllRefs; an address may lack the modules that stand before it.
func (v *Value) HasRef(match func(Ref) bool) bool {
	budget := maxRefs
	return v.hasRef(match, &budget)
}

func (v *Value) hasRef(match func(Ref) bool, budget *int) bool {
	if *budget--; *budget < 0 || v == nil {
		return false
	}
	if slices.ContainsFunc(v.refs, match) || v.encoded.hasRef(match, budget) || v.rest.hasRef(match, budget) {
		return true
	}
	for i := range v.parts {
		if v.parts[i].hole.hasRef(match, budget) {
			return true
		}
	}
	for _, i := range v.items {
		if i.hasRef(match, budget) {
			return true
		}
	}
	for _, k := range v.keys {
		if v.get(k).hasRef(match, budget) {
			return true
		}
	}
	return false
}

// Leaves are the parts of a value that hold no others, all the way down: of several alternatives those of each, and those
// that are there only if an unknown condition holds. A text is one of them, whatever it stands for.
func (v *Value) Leaves() []*Value {
	var out []*Value
	budget := maxRefs
	var walk func(*Value)
	walk = func(v *Value) {
		if budget--; budget < 0 {
			return
		}
		switch v.kind {
		case either:
			for _, a := range v.Alternatives() {
				walk(a)
			}
		case list:
			for _, item := range v.Items() {
				walk(item)
			}
		case object:
			for _, e := range v.Entries() {
				walk(e.Value)
			}
		default:
			out = append(out, v)
		}
	}
	walk(v)
	return out
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
				if u := v.child(p.hole).FirstUnknown(); u != nil {
					return u
				}
			}
			if p.level > 0 {
				return NewUnknown(v.Place(), v.cause)
			}
		}
	case list, either:
		for _, i := range v.items {
			if u := v.child(i).FirstUnknown(); u != nil {
				return u.because(v.cause)
			}
		}
	case object:
		for _, k := range v.keys {
			if u := v.member(k).FirstUnknown(); u != nil {
				return u.because(v.cause)
			}
		}
	}
	if v.open || v.hidden || v.maybe || v.unordered || v.kind == either {
		u := NewUnknown(v.place, v.cause)
		u.pin = v.pin
		return u
	}
	return nil
}

// Because is the same value, of which it is open which of several it is, or whether it is there, because of cause, if it has no
// cause of its own.
func (v *Value) Because(cause *Cause) *Value { return v.because(cause) }

// because is the same value, which is unknown because of cause if it has no cause of its own.
func (v *Value) because(cause *Cause) *Value {
	if v.cause != nil || cause == nil {
		return v
	}
	c := *v
	c.cause = cause
	return &c
}

// firstCause is the cause of the first of values that has one.
func firstCause(values ...*Value) *Cause {
	for _, v := range values {
		if u := v.FirstUnknown(); u != nil && u.cause != nil {
			return u.cause
		}
	}
	return nil
}

func firstCauseOr(place Place, values ...*Value) *Cause {
	if c := firstCause(values...); c != nil {
		return c
	}
	return &Cause{Kind: OpenObject, Range: place.Range}
}
