package eval

import (
	"cmp"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
)

func (s *Scope) traversal(t hcl.Traversal, place Place) *Value {
	v := s.lookup(t.RootName())
	steps := 1
	elsewhere := v == nil
	if elsewhere {
		v, steps = s.root.Resolve(t)
	}
	if v == nil {
		s.uncertain()
		return NewUnknown(place, &Cause{Kind: Broken, What: TraversalText(t), Range: t.SourceRange()})
	}
	v = s.steps(v, t[min(steps, len(t)):], place)
	_, inTemplate := s.root.(templateRoot)
	if elsewhere && !inTemplate {
		v = v.usedAt(&place)
	}
	if v.kind == unknown && v.cause != nil && v.cause.What == "" && !strings.HasPrefix(t.RootName(), holeName) {
		c := *v
		c.cause = &Cause{Kind: v.cause.Kind, What: TraversalText(t), Range: t.SourceRange(), Inner: cmp.Or(v.cause.Inner, v.madeBy(t))}
		return &c
	}
	return v
}

// madeBy is what makes a value that is not known and has come to be called t on its way; nil where t says it.
func (v *Value) madeBy(t hcl.Traversal) *Cause {
	if v.cause.Kind != DataSource && v.cause.Kind != ResourceAttribute || len(v.refs) == 0 {
		return nil
	}
	switch t.RootName() {
	case "var", "local", "each":
		of := v.refs[len(v.refs)-1]
		if i := slices.IndexFunc(v.refs, func(r Ref) bool {
			return !strings.HasPrefix(r.Address, "var.") && !strings.HasPrefix(r.Address, "local.")
		}); i >= 0 {
			of = v.refs[i]
		}
		return &Cause{Kind: v.cause.Kind, What: strings.TrimPrefix(of.Address, "caller.") + of.Key}
	}
	return nil
}

func (s *Scope) steps(v *Value, t hcl.Traversal, place Place) *Value {
	mayFail := v.mayFail
	for _, step := range t {
		switch step := step.(type) {
		case hcl.TraverseAttr:
			v = attribute(v, step.Name, place)
		case hcl.TraverseIndex:
			v = index(v, FromCty(step.Key, place), place)
		default:
			return NewUnknown(place, &Cause{Kind: Broken, Range: place.Range}).uncertain()
		}
		mayFail = mayFail || v.mayFail
	}
	// What is not known is shown where it is used if nothing better is known of it.
	if v.kind == unknown && (v.place != place || v.pin != nil) {
		c := *v
		c.place, c.pin = place, nil
		v = &c
	}
	if mayFail {
		return v.uncertain()
	}
	return v
}

// attribute is v.name, which fails where there is certainly no such attribute.
func attribute(v *Value, name string, place Place) *Value {
	return v.mapAlternatives(func(v *Value) *Value {
		if v.failed {
			return v.failedAs(place)
		}
		switch v.kind {
		case unknown:
			u := v.unknownPart(name)
			u.mayFail = !v.hasAttributes()
			return u
		case object:
			m := v.member(name)
			mayFail := m != nil && m.maybe
			if m == nil {
				m = v.elsewhere(name)
				mayFail = !v.hasAttributes()
			}
			switch {
			case m == nil:
				return broken(place)
			case mayFail && m.maybe && v.mayHide(name):
				return Choose(place, m, v.instead(name)).uncertain()
			case mayFail:
				return m.certain().uncertain()
			}
			return m.certain()
		}
		return v.withoutParts(place)
	})
}

// withoutParts is what is asked of a value that has no parts, which fails. Where it is null because a variable is, it is known
// when Terraform runs with another value.
func (v *Value) withoutParts(place Place) *Value {
	failure := broken(place)
	if name := v.variable(); v.kind == absent && name != "" {
		failure.cause = &Cause{Kind: Variable, What: name, Range: place.Range}
	}
	return failure
}

// variable is the first variable that a value comes from, or empty.
func (v *Value) variable() string {
	for _, ref := range v.AllRefs() {
		if strings.HasPrefix(ref.Address, "var.") {
			return ref.Address
		}
	}
	return ""
}

// hasAttributes tells whether v is a resource, a data source or a module of which not all is known: to ask it for an
// attribute does not fail.
func (v *Value) hasAttributes() bool {
	if v.cause == nil || v.cause.Kind != ResourceAttribute && v.cause.Kind != DataSource && v.cause.Kind != ModuleOutput {
		return false
	}
	return !slices.ContainsFunc(v.refs, func(r Ref) bool { return r.Path != "" })
}

// index is v[key], which fails where there is certainly no such element.
func index(v, key *Value, place Place) *Value {
	if key.kind == either {
		return key.mapAlternatives(func(k *Value) *Value { return index(v, k, place) })
	}
	return v.mapAlternatives(func(v *Value) *Value {
		switch {
		case v.failed, key.failed, key.kind == absent, key.kind == list, key.kind == object:
			return broken(place)
		case v.kind == unknown:
			return unknownIndex(v, key, place)
		case v.kind == list:
			return listIndex(v, key, place)
		case v.kind == object:
			if k, ok := key.Text(); ok {
				return attribute(v, k, place)
			}
			return anyOf(v, key, place).uncertain()
		}
		return v.withoutParts(place)
	})
}

func unknownIndex(v, key *Value, place Place) *Value {
	c := *v
	c.place, c.pin = place, nil
	if k, ok := key.Text(); ok {
		c.refs = indexed(v.refs, key.kind == number, k)
	}
	return c.uncertain()
}

func listIndex(v, key *Value, place Place) *Value {
	key = key.as(cty.Number)
	n, ok := key.Int()
	switch {
	case v.hasNoIndexes(), key.failed, key.kind == number && (!ok || n < 0):
		return broken(place)
	case ok && n < v.fixed && !v.shuffled():
		return v.item(n)
	case ok && n >= len(v.items) && !v.open:
		return broken(place)
	}
	return anyOf(v, key, place).uncertain()
}

// maxAnyOf is how many elements of a collection are looked through for what they have in common.
const maxAnyOf = 500

// anyOf is an element of a collection that can't be told which: what all elements have in common, where there are few.
func anyOf(v, key *Value, place Place) *Value {
	if v.rest != nil && len(v.items)+len(v.keys) <= 1 {
		// An unknown number of the same thing, written once.
		return v.child(v.rest).certain()
	}
	cause := firstCause(key, v)
	if cause == nil {
		cause = &Cause{Kind: OpenObject, Range: place.Range}
	}
	u := NewUnknown(place, cause, slices.Concat(v.Refs(), key.Refs())...)
	if len(v.items)+len(v.keys) > maxAnyOf {
		return u
	}
	var members []*Value
	if v.kind == list {
		members = v.Items()
		if n, ok := key.Int(); ok && !v.shuffled() {
			// Elements may be missing before it, but none can be added.
			members = members[min(max(n, 0), len(members)):]
		}
	}
	for _, k := range v.keys {
		members = append(members, v.member(k))
	}
	if len(members) == 0 || v.open {
		return u
	}
	if c := Choose(place, members...); c.kind == either {
		return c.because(cause)
	} else if c.kind != unknown {
		return c
	}
	return u
}

func indexed(refs []Ref, isNumber bool, key string) []Ref {
	out := make([]Ref, len(refs))
	for i, r := range refs {
		if r.Path == "" && r.Key == "" {
			r.Key = `["` + key + `"]`
			if isNumber {
				r.Key = "[" + key + "]"
			}
		} else if r.Path != "" && !isNumber {
			r = r.Step(key) // x.tags["Name"] is x.tags.Name
		}
		out[i] = r
	}
	return out
}

// TraversalText writes a traversal as the person wrote it.
func TraversalText(t hcl.Traversal) string {
	var b []byte
	for _, step := range t {
		switch step := step.(type) {
		case hcl.TraverseRoot:
			b = append(b, step.Name...)
		case hcl.TraverseAttr:
			b = append(append(b, '.'), step.Name...)
		case hcl.TraverseIndex:
			key := FromCty(step.Key, Place{})
			k, _ := key.Text()
			if key.kind == text {
				k = `"` + k + `"`
			}
			b = append(append(append(b, '['), k...), ']')
		case hcl.TraverseSplat:
			b = append(b, "[*]"...)
		}
	}
	return string(b)
}
