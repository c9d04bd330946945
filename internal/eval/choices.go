package eval

import "slices"

// Choice is a part of a value of which it is open what it is, or whether it is there.
type Choice struct {
	At     *Value   // the part
	Values []*Value // the whole value, once with each of what may stand there
}

// maxChoices bounds how many parts of a value are looked at of which it is open what they are.
const maxChoices = 64

// Choices are the parts of a value that are one of several, or members that may not be there, each with the others left as they
// are. Elements of lists are not among them: what is written counts as if it were there. They are not complete where there are too many.
func (v *Value) Choices() (choices []Choice, complete bool) {
	if budget := maxRefs; !v.hasChoice(&budget) {
		return nil, budget >= 0
	}
	c := chooser{budget: maxRefs}
	c.walk(v, v, func(changed *Value) *Value { return changed })
	return c.found, !c.cut
}

// hasChoice tells whether there are such parts: most values have none.
func (v *Value) hasChoice(budget *int) bool {
	if *budget--; *budget < 0 {
		return false
	}
	switch v.kind {
	case either:
		return true
	case list:
		return slices.ContainsFunc(v.items, func(item *Value) bool { return item.hasChoice(budget) })
	case object:
		return slices.ContainsFunc(v.keys, func(key string) bool {
			member := v.get(key)
			return member.maybe && !isUnknownKey(key) || member.hasChoice(budget)
		})
	case text:
		if v.encoded != nil {
			return v.encoded.hasChoice(budget)
		}
		return slices.ContainsFunc(v.parts, func(p part) bool { return p.hole != nil && p.hole.hasChoice(budget) })
	}
	return false
}

type chooser struct {
	found  []Choice
	budget int
	cut    bool
}

// walk looks through a part, which is shown elsewhere than it is written; put is the whole with another value in its place.
func (c *chooser) walk(part, shown *Value, put func(*Value) *Value) {
	if c.budget--; c.budget < 0 || len(c.found) >= maxChoices {
		c.cut = true
		return
	}
	switch part.kind {
	case either:
		var values []*Value
		for _, a := range part.Alternatives() {
			values = append(values, put(a))
		}
		c.found = append(c.found, Choice{shown, values})
	case list:
		for i, item := range part.items {
			c.walk(item, shown.child(item), func(changed *Value) *Value { return put(part.withItem(i, changed)) })
		}
	case object:
		for _, key := range part.keys {
			member := part.get(key)
			if member.maybe && !isUnknownKey(key) {
				c.found = append(c.found, Choice{shown.child(member).because(part.cause), []*Value{
					put(part.withMember(key, member.certain())), put(part.withMember(key, NewAbsent(member.place))),
				}})
			}
			c.walk(member, shown.child(member), func(changed *Value) *Value { return put(part.withMember(key, changed)) })
		}
	case text:
		c.walkText(part, shown, put)
	}
}

// walkText looks through what a text stands for, and what its holes do.
func (c *chooser) walkText(part, shown *Value, put func(*Value) *Value) {
	if part.encoded != nil {
		c.walk(part.encoded, shown.child(part.encoded), func(changed *Value) *Value {
			out := *part
			out.encoded = changed
			return put(&out)
		})
		return
	}
	for i, p := range part.parts {
		if p.hole == nil {
			continue
		}
		c.walk(p.hole, shown.child(p.hole), func(changed *Value) *Value {
			out := *part
			out.parts = slices.Clone(part.parts)
			out.parts[i].hole = changed
			return put(&out)
		})
	}
}

// withItem is a list with another value in the place of an element.
func (v *Value) withItem(i int, item *Value) *Value {
	out := *v
	out.items = slices.Clone(v.items)
	out.items[i] = item.asElement(v.items[i].maybe)
	return &out
}

// withMember is an object with another value under one of its keys.
func (v *Value) withMember(key string, member *Value) *Value {
	out := *v
	out.get = func(k string) *Value {
		if k == key {
			return member
		}
		return v.get(k)
	}
	return &out
}
