package eval

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/zclconf/go-cty/cty"
)

// IsList tells whether the value is certainly a list, a set or a tuple.
func (v *Value) IsList() bool { return v.all(func(a *Value) bool { return a.kind == list }) }

// IsObject tells whether the value is certainly an object.
func (v *Value) IsObject() bool { return v.all(func(a *Value) bool { return a.kind == object }) }

func (v *Value) isSet() bool { return v.ty != cty.NilType && v.ty.IsSetType() }

// hasNoIndexes tells whether the value is a set for certain.
func (v *Value) hasNoIndexes() bool { return v.isSet() && !v.loose }

// Open tells whether a list or an object may hold more than is known. An unknown value may hold anything.
func (v *Value) Open() bool {
	switch v.kind {
	case unknown:
		return true
	case either:
		return slices.ContainsFunc(v.items, (*Value).Open)
	}
	return v.open || v.hidden
}

// HasRest tells whether Entries has something that stands for all others.
func (v *Value) HasRest() bool { return v.rest != nil && v.kind == object }

// HasOthers tells whether a list or an object may hold more than Entries has. An unknown value may hold anything.
func (v *Value) HasOthers() bool {
	switch v.kind {
	case unknown:
		return true
	case either:
		return slices.ContainsFunc(v.items, (*Value).HasOthers)
	}
	return v.open
}

// Others is what a list or an object may hold beside Entries: what each of it is, where that is known, and otherwise an unknown value
// that says why; nil where it holds nothing else. An unknown value may hold anything.
func (v *Value) Others() *Value {
	switch {
	case v.kind == unknown:
		return v
	case v.kind == either:
		for _, a := range v.Alternatives() {
			if o := a.Others(); o != nil {
				return o
			}
		}
		return nil
	case v.rest != nil:
		return v.child(v.rest)
	case v.hidden:
		for _, k := range v.keys {
			if isUnknownKey(k) {
				return v.name(k).Reason()
			}
		}
	case !v.open:
		return nil
	}
	for _, item := range v.items {
		if item.kind == unknown && item.maybe {
			return v.child(item)
		}
	}
	if v.cause == nil {
		return v.Reason()
	}
	u := NewUnknown(v.place, v.cause)
	u.pin = v.pin
	return u
}

// Items are the elements of a list that are known to be there, those included that are there only if an unknown condition
// holds (Maybe). A single value that is not a list is its own only element: Terraform and AWS write a list of one so. Of
// several alternatives the elements are paired by position: an element is what holds of it in each.
func (v *Value) Items() []*Value {
	switch v.kind {
	case absent, unknown:
		return nil
	case list:
		if v.pin == nil && v.use == nil {
			return v.items
		}
		items := make([]*Value, len(v.items))
		for i := range v.items {
			items[i] = v.usedItem(i)
		}
		return items
	case either:
		if v.use != nil {
			return v.usedParts((*Value).pairedItems)
		}
		return v.pairedItems()
	}
	return []*Value{v}
}

func (v *Value) item(i int) *Value { return v.child(v.items[i]) }

// usedItem is item as Items has it: used where the list is.
func (v *Value) usedItem(i int) *Value {
	if v.use != nil {
		return v.item(i).usedAt(v.use)
	}
	return v.item(i)
}

// CertainItems are the elements that are there whatever an unknown condition turns out to be.
func (v *Value) CertainItems() []*Value {
	items := v.Items()
	if !slices.ContainsFunc(items, (*Value).Maybe) {
		return items
	}
	return slices.DeleteFunc(slices.Clone(items), (*Value).Maybe)
}

// First is the first element of a list, for blocks that may be written once only: absent where there is none, unknown where
// there may be one.
func (v *Value) First() *Value {
	return v.mapAlternatives(func(v *Value) *Value {
		items := v.Items()
		switch {
		case v.kind == absent:
			return v
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

// MapItems is the list of f of each element.
func (v *Value) MapItems(f func(*Value) *Value) *Value {
	return v.mapAlternatives(func(v *Value) *Value {
		if v.kind != list {
			return v
		}
		items := make([]*Value, len(v.items))
		for i := range v.items {
			item := v.item(i)
			items[i] = f(item).asElement(item.maybe)
		}
		return v.withItems(items)
	})
}

// MapMembers is an object of f of each of its members.
func (v *Value) MapMembers(f func(*Value) *Value) *Value {
	return v.mapAlternatives(func(v *Value) *Value {
		if v.kind != object {
			return v
		}
		members := make([]Member, len(v.keys))
		for i, k := range v.keys {
			m := v.member(k)
			members[i] = v.named(k, f(m.certain()).asElement(m.maybe))
		}
		out := NewObject(members, v.open, v.place).withRefs(v.refs...)
		if out.kind == object {
			out.pin, out.cause = v.pin, v.cause
			if v.rest != nil {
				out.rest = f(v.child(v.rest))
			}
		}
		return out
	})
}

// withItems is a list with other elements in the place of its own.
func (v *Value) withItems(items []*Value) *Value {
	c := NewList(items, v.open, v.place)
	if c.kind == list {
		c.pin, c.refs, c.cause, c.unordered, c.maybe, c.loose = v.pin, v.refs, v.cause, v.unordered, v.maybe, v.loose
	}
	return c
}

func (v *Value) hasMaybe() bool { return v.kind == list && v.fixed < len(v.items) }

// shuffled tells whether it is not known in which order the elements of a collection are gone through.
func (v *Value) shuffled() bool {
	switch v.kind {
	case list:
		return v.unordered || v.isSet() && !v.WhollyKnown()
	case object:
		return v.open || v.hidden
	case either:
		return slices.ContainsFunc(v.items, (*Value).shuffled)
	}
	return false
}

// counted tells whether it is certain how many elements a list has.
func (v *Value) counted() bool { return v.kind == list && !v.open && !v.hasMaybe() }

// hasFixedKeys tells whether it is certain which keys an object has.
func (v *Value) hasFixedKeys() bool {
	return v.kind == object && !v.open && !v.hidden && !slices.ContainsFunc(v.keys, func(k string) bool { return v.get(k).maybe })
}

// gap stands in a list for any number of elements that v leaves open.
func (v *Value) gap() *Value {
	if v.kind == unknown {
		return v.Optional()
	}
	return v.unknownItem(v.Place()).Optional()
}

// unknownKeyMark begins the keys under which an object holds members whose keys are not known; NewObject takes a
// key that somebody wrote like this for one of them.
const unknownKeyMark = "\x00"

func unknownKey(n int) string { return unknownKeyMark + strconv.Itoa(n) }

func isUnknownKey(key string) bool { return strings.HasPrefix(key, unknownKeyMark) }

// nameOf is where an object holds what is known of a key that is not known; it is not one of the object's keys.
func nameOf(key string) string { return unknownKeyMark + key }

// name is a key of the object as a value: what is known of it, where that is not all.
func (v *Value) name(key string) *Value {
	if isUnknownKey(key) {
		return v.child(v.get(nameOf(key)))
	}
	return NewText(key, v.place)
}

// named is the member of the object with this key, as a member for another object.
func (v *Value) named(key string, value *Value) Member {
	if isUnknownKey(key) {
		return Member{Value: value, Name: v.name(key)}
	}
	return Member{Key: key, Value: value}
}

// mayHide tells whether a member whose key is not known may be the one with this key.
func (v *Value) mayHide(key string) bool {
	if !v.hidden {
		return false
	}
	wanted := NewText(key, v.place)
	hidden := 0
	for _, k := range v.keys {
		if !isUnknownKey(k) {
			continue
		}
		if hidden++; hidden > maxHidden || v.name(k).MayBe(wanted) {
			return true
		}
	}
	return false
}

// Keys are the keys of an object that are known, in the order in which they were written.
func (v *Value) Keys() []string {
	switch v.kind {
	case object:
		if v.hidden {
			return slices.DeleteFunc(slices.Clone(v.keys), isUnknownKey)
		}
		return v.keys
	case either:
		var keys []string
		seen := map[string]bool{}
		for _, a := range v.items {
			for _, k := range a.Keys() {
				if !seen[k] {
					seen[k] = true
					keys = append(keys, k)
				}
			}
		}
		return keys
	}
	return nil
}

// member is what an object holds under a key: nil where it is not known to hold anything.
func (v *Value) member(key string) *Value { return v.child(v.get(key)) }

// Get is the member of an object with this key: absent where it is certainly missing, which is shown where the object
// begins; unknown where it may be there.
func (v *Value) Get(key string) *Value {
	switch v.kind {
	case object:
		m := v.member(key)
		if m == nil {
			return v.without(key)
		}
		if m.maybe {
			return Choose(m.Place(), m, v.instead(key))
		}
		return m
	case either:
		return v.mapAlternatives(func(a *Value) *Value { return a.Get(key) })
	case unknown:
		return v.unknownPart(key)
	case absent:
		return v
	}
	return v.child(NewAbsent(v.place))
}

// without is what an object has under a key that it is not known to have.
func (v *Value) without(key string) *Value {
	if m := v.elsewhere(key); m != nil {
		if m.maybe {
			return Choose(m.Place(), m, v.instead(key))
		}
		return m
	}
	// Most of what is asked for is not there: one value says so for all keys.
	if v.missing == nil || v.missing.pin != v.pin {
		v.missing = v.child(NewAbsent(v.place.opening()))
	}
	return v.missing
}

// instead is what an object has under a key if a member that may not be there isn't: one whose key is not known may have
// taken its place.
func (v *Value) instead(key string) *Value {
	if v.mayHide(key) {
		return v.unknownPart(key)
	}
	return v.child(NewAbsent(v.place))
}

// elsewhere is what an object may hold under a key that it is not known to have: nil where it certainly doesn't have it.
func (v *Value) elsewhere(key string) *Value {
	switch {
	case v.rest != nil:
		return v.child(v.rest).Optional()
	case v.open || v.mayHide(key):
		return v.unknownPart(key)
	}
	return nil
}

// GetFold is Get for documents whose keys are read in any case, as Go's encoding/json does: of several spellings of a key
// the last one counts, and what jsonencode writes is in the order of the keys.
func (v *Value) GetFold(key string) *Value {
	if v.kind == either {
		return v.mapAlternatives(func(a *Value) *Value { return a.GetFold(key) })
	}
	keys := v.Keys()
	found := -1
	for i := len(keys) - 1; i >= 0; i-- {
		if !mayFold(keys[i], key) || !strings.EqualFold(keys[i], key) {
			continue
		}
		if found < 0 || !v.inText && keys[i] > keys[found] {
			found = i
		}
		if v.inText {
			break
		}
	}
	switch {
	case found >= 0:
		return v.Get(keys[found])
	case v.kind == object:
		return v.without(key)
	}
	return v.Get(key)
}

// mayFold tells whether two keys may be equal in any case, by their first letters: nearly all are told apart by them.
func mayFold(a, b string) bool {
	const lower = 'a' - 'A'
	return a == "" || b == "" || a[0]|lower == b[0]|lower || a[0]|b[0] >= utf8.RuneSelf
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

// Entry is an element of a collection with its key: the index in a list, the value itself in a set.
type Entry struct {
	Key   *Value
	Value *Value
	Maybe bool
}

// Entries are the elements of a list or an object as for_each and for see them: an object's in the order of its keys, of
// which those that are not wholly known come first.
func (v *Value) Entries() []Entry {
	v = v.usedAt(nil)
	switch v.kind {
	case list:
		return v.listEntries()
	case object:
		return v.objectEntries()
	case either:
		if joined := v.joined(); joined.kind == object {
			return joined.Entries()
		}
		all := NewList(v.Items(), v.Open(), v.place)
		all.unordered = v.shuffled()
		return all.Entries()
	}
	return nil
}

func (v *Value) listEntries() []Entry {
	entries := make([]Entry, len(v.items))
	for i, item := range v.Items() {
		maybe := item.maybe
		item = item.certain()
		key := item
		switch {
		case v.isSet():
		case i < v.fixed && !v.unordered && !v.loose:
			key = NewNumber(int64(i), item.Place())
		default:
			key = v.unknownItem(item.Place())
		}
		entries[i] = Entry{key, item, maybe}
	}
	return entries
}

func (v *Value) objectEntries() []Entry {
	entries := make([]Entry, 0, len(v.keys)+1)
	if v.rest != nil {
		entries = append(entries, Entry{v.unknownItem(v.place), v.child(v.rest), true})
	}
	keys := slices.Clone(v.keys)
	slices.Sort(keys)
	for _, k := range keys {
		m := v.member(k)
		key := NewText(k, m.Place())
		if isUnknownKey(k) {
			key = v.name(k)
		}
		entries = append(entries, Entry{key, m.certain(), m.maybe})
	}
	return entries
}

// unknownItem is an element of what is not known of a collection.
func (v *Value) unknownItem(place Place) *Value {
	return NewUnknown(place, firstCauseOr(place, v), v.refs...)
}

// objectEntry is a member of an object, of which the key may not be known.
type objectEntry struct {
	name  string // the key, where it is written out
	key   *Value // a key that takes evaluation, or nil
	value *Value
}

// text is the key, where it is known.
func (e objectEntry) text() (key string, known bool) {
	if e.key == nil {
		return e.name, true
	}
	return e.key.Text()
}

// asText is the key as a text, of which not all may be known.
func (e objectEntry) asText() *Value {
	if e.key == nil {
		return NewText(e.name, Place{})
	}
	return e.key.as(cty.String)
}

// maxHidden is up to how many members whose keys are not known are told apart by what is known of their keys.
const maxHidden = 100

// newObject is an object of entries, of which a later one replaces an earlier one of the same key: a member whose key is
// not wholly known may replace any before it whose key may be the same, so that those may not be there.
func newObject(entries []objectEntry, open bool, place Place) *Value {
	members := make([]Member, 0, len(entries))
	seen := keySet{list: make([]string, 0, len(entries))}
	var hidden []*Value // the keys that are not wholly known
	for i, e := range slices.Backward(entries) {
		m := Member{Value: e.value}
		replaced := len(hidden) > maxHidden
		if key, known := e.text(); known {
			if _, later := seen.find(key); later {
				continue
			}
			seen.add(key)
			m.Key = key
			replaced = replaced || slices.ContainsFunc(hidden, func(n *Value) bool { return n.MayBe(e.asText()) })
		} else {
			m.Name = e.asText()
			replaced = replaced || slices.ContainsFunc(entries[i+1:], func(o objectEntry) bool { return o.asText().MayBe(m.Name) })
			hidden = append(hidden, m.Name)
		}
		if replaced {
			m.Value = m.Value.Optional()
		}
		members = append(members, m)
	}
	slices.Reverse(members)
	return NewObject(members, open, place)
}

// EqualFold tells whether the value is certainly this text, in any case.
func (v *Value) EqualFold(s string) bool {
	got, ok := v.Text()
	return ok && strings.EqualFold(got, s)
}
