package eval

import (
	"slices"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
)

// structural are the functions that move values about without looking into them: what they move keeps its place and its
// unknown parts. It is filled in init because templates call functions in turn.
var structural map[string]builtin

func init() {
	structural = map[string]builtin{
		"coalesce":     coalesce,
		"coalescelist": coalescelist,
		"compact":      compact,
		"concat":       concat,
		"distinct":     distinct,
		"element":      element,
		"flatten":      flatten,
		"jsondecode":   jsondecode,
		"jsonencode":   jsonencode,
		"keys":         keys,
		"lookup":       lookup,
		"merge":        merge,
		"nonsensitive": only,
		"one":          one,
		"reverse":      reverse,
		"sensitive":    func(c call) *Value { return NewUnknown(c.place, &Cause{Kind: Sensitive, Range: c.place.Range}) },
		"ephemeralasnull": func(c call) *Value {
			return NewUnknown(c.place, &Cause{Kind: Sensitive, Range: c.place.Range})
		},
		"setunion": func(c call) *Value { return toSet(concat(c)) },
		"tolist":   tolist,
		"tomap":    only,
		"toset":    func(c call) *Value { return toSet(only(c)) },
		"tostring": tostring,
		"tobool":   func(c call) *Value { return c.converted(cty.Bool) },
		"tonumber": func(c call) *Value { return c.converted(cty.Number) },
		"values":   values,
		"zipmap":   zipmap,

		"chomp":          chomp,
		"file":           readFile,
		"format":         format,
		"join":           join,
		"lower":          mapText(plainText("lower")),
		"replace":        replace,
		"templatefile":   templateFile,
		"templatestring": templateString,
		"trimspace":      trimspace,
		"upper":          mapText(plainText("upper")),
	}
}

// only is the one argument of a function that changes nothing.
func only(c call) *Value {
	if len(c.args) != 1 {
		return broken(c.place)
	}
	return c.args[0]
}

func jsonencode(c call) *Value {
	if len(c.args) != 1 {
		return broken(c.place)
	}
	return NewEncoded(c.args[0], c.place)
}

func jsondecode(c call) *Value {
	if len(c.args) != 1 {
		return broken(c.place)
	}
	return c.args[0].DecodeJSON()
}

// overAlternatives runs f once for each combination of alternatives that the arguments leave open.
func (c call) overAlternatives(f builtin) *Value {
	if alternatives(c.args) > maxAlternatives {
		return c.unknown(TooLarge)
	}
	for i, a := range c.args {
		if a.kind == either {
			return a.mapAlternatives(func(alternative *Value) *Value {
				one := c
				one.args = slices.Clone(c.args)
				one.args[i] = alternative
				return one.overAlternatives(f)
			})
		}
	}
	return f(c)
}

// merge is shallow: of two members of one key the later one counts. What a later unknown argument may hold hides what is
// known of the earlier ones.
func merge(c call) *Value {
	return c.overAlternatives(func(c call) *Value {
		merged := map[string]*Value{}
		var keys []string
		open := false
		for _, a := range c.args {
			switch a.kind {
			case absent:
				continue
			case unknown:
				open = true
			case object:
				open = open || a.open
			default:
				return broken(c.place)
			}
			if a.kind == unknown || a.open {
				for k, v := range merged {
					merged[k] = Choose(c.place, v, NewUnknown(c.place, firstCauseOr(c.place, a), a.refs...))
				}
			}
			for _, k := range a.keys {
				if _, ok := merged[k]; !ok {
					keys = append(keys, k)
				}
				merged[k] = a.Get(k)
			}
		}
		out := NewLazyObject(keys, func(k string) *Value { return merged[k] }, open, c.place)
		out.refs = c.refsOfUnknown()
		return out
	})
}

func (c call) refsOfUnknown() []Ref {
	var refs []Ref
	for _, a := range c.args {
		if a.kind == unknown {
			refs = append(refs, a.refs...)
		}
	}
	return refs
}

// concat is the elements of all lists.
func concat(c call) *Value {
	out := NewList(nil, false, c.place)
	for _, a := range c.args {
		if a.kind == absent {
			return broken(c.place)
		}
		out.add(a)
	}
	out.refs = c.refsOfUnknown()
	return out
}

// add appends the elements of a list, which may be open or one of several.
func (v *Value) add(more *Value) {
	v.open = v.open || more.Open()
	v.items = append(v.items, more.Items()...)
	if more.kind == unknown {
		v.refs = append(v.refs, more.refs...)
		v.items = append(v.items, more.Optional())
	}
}

// flatten is the elements of all lists in the list, however deep.
func flatten(c call) *Value {
	if len(c.args) != 1 {
		return broken(c.place)
	}
	out := NewList(nil, c.args[0].Open(), c.place)
	flattenInto(out, c.args[0], false, 0)
	if c.args[0].kind == unknown {
		return c.unknown(Function)
	}
	return out
}

func flattenInto(out, v *Value, maybe bool, depth int) {
	for _, item := range v.Items() {
		maybe := maybe || item.maybe
		isList := item.kind == list || item.kind == either && item.IsList()
		switch {
		case isList && depth < maxDepth:
			out.open = out.open || item.Open()
			flattenInto(out, item, maybe, depth+1)
			continue
		case item.kind == unknown, item.kind == either:
			// It may be a list of any length.
			out.open = true
			item = item.Optional()
		}
		if maybe {
			item = item.Optional()
		}
		out.items = append(out.items, item)
	}
}

// coalesce is the first argument that is not null and not "".
func coalesce(c call) *Value {
	return c.first(func(v *Value) bool { return v.kind == absent || v.Is("") },
		func(v *Value) bool {
			return v.kind != unknown && (v.kind != text || v.encoded != nil || v.Prefix()+v.Suffix() != "")
		})
}

// coalescelist is the first list that is not empty.
func coalescelist(c call) *Value {
	return c.first(func(v *Value) bool {
		return v.kind == absent || v.kind == list && len(v.items) == 0 && !v.open
	}, func(v *Value) bool { return len(v.CertainItems()) > 0 })
}

// first is the first argument that is taken; one that may be passed over leaves it open.
func (c call) first(skipped, taken func(*Value) bool) *Value {
	return c.overAlternatives(func(c call) *Value {
		var possible []*Value
		for _, a := range c.args {
			if skipped(a) {
				continue
			}
			possible = append(possible, a)
			if taken(a) {
				break
			}
		}
		if len(possible) == 0 {
			return broken(c.place)
		}
		return Choose(c.place, possible...)
	})
}

// compact is a list of strings without the empty ones.
func compact(c call) *Value {
	if len(c.args) != 1 || c.args[0].kind == unknown {
		return c.unknown(Function)
	}
	out := NewList(nil, c.args[0].Open(), c.place)
	for _, item := range c.args[0].Items() {
		if item.Absent() || item.Is("") {
			continue
		}
		if !item.Present() || item.Prefix()+item.Suffix() == "" && item.kind == text && item.encoded == nil {
			item = item.Optional()
		}
		out.items = append(out.items, item)
	}
	return out
}

func distinct(c call) *Value {
	if len(c.args) != 1 || c.args[0].kind == unknown {
		return c.unknown(Function)
	}
	return withoutRepeats(c.args[0], c.place)
}

// withoutRepeats is the list without elements that are certainly equal to an earlier one.
func withoutRepeats(v *Value, place Place) *Value {
	out := NewList(nil, v.Open(), place)
	seen := map[string]bool{}
	for _, item := range v.Items() {
		if s, ok := item.Text(); ok && !item.maybe {
			if seen[s] {
				continue
			}
			seen[s] = true
		}
		out.items = append(out.items, item)
	}
	return out
}

// toSet is the set of the elements of a list; of texts in the order of a set.
func toSet(v *Value) *Value {
	return v.mapAlternatives(func(v *Value) *Value {
		if v.kind != list {
			return v
		}
		out := withoutRepeats(v, v.Place())
		out.set = true
		known := !slices.ContainsFunc(out.items, func(i *Value) bool { _, ok := i.Text(); return !ok })
		if known {
			slices.SortStableFunc(out.items, func(a, b *Value) int { return compareTexts(a, b) })
		}
		out.refs = v.refs
		return out
	})
}

func tolist(c call) *Value {
	if len(c.args) != 1 {
		return broken(c.place)
	}
	return c.args[0].mapAlternatives(func(v *Value) *Value {
		l := *v
		l.set = false
		return &l
	})
}

func reverse(c call) *Value {
	if len(c.args) != 1 || c.args[0].kind == unknown {
		return c.unknown(Function)
	}
	out := NewList(slices.Clone(c.args[0].Items()), c.args[0].Open(), c.place)
	slices.Reverse(out.items)
	return out
}

// one is the only element of a list, or null where it is empty.
func one(c call) *Value {
	if len(c.args) != 1 {
		return broken(c.place)
	}
	return c.args[0].mapAlternatives(func(v *Value) *Value {
		items := v.Items()
		switch {
		case v.kind == unknown:
			return c.unknown(Function)
		case len(items) == 0 && !v.Open():
			return NewAbsent(c.place)
		case len(items) == 0:
			return c.unknown(Function)
		case len(items) > 1:
			if len(v.CertainItems()) > 1 {
				return broken(c.place)
			}
			return Choose(c.place, items...)
		}
		return items[0]
	})
}

// element is a list's element, counted around.
func element(c call) *Value {
	return c.overAlternatives(func(c call) *Value {
		if len(c.args) != 2 || c.args[0].kind == unknown {
			return c.unknown(Function)
		}
		v := c.args[0]
		n, ok := c.args[1].Int()
		if ok && !v.open && len(v.items) > 0 && !v.hasMaybe() {
			n = (n%len(v.items) + len(v.items)) % len(v.items)
			return v.Items()[n]
		}
		return index(v, c.args[1], c.place)
	})
}

// lookup is a map's member, or the default.
func lookup(c call) *Value {
	return c.overAlternatives(func(c call) *Value {
		if len(c.args) < 2 {
			return broken(c.place)
		}
		m, fallback := c.args[0], broken(c.place)
		if len(c.args) > 2 {
			fallback = c.args[2]
		}
		key, ok := c.args[1].Text()
		switch {
		case m.kind == absent:
			return broken(c.place)
		case !ok && (m.kind == object || m.kind == unknown):
			return Choose(c.place, anyOf(m, c.args[1], c.place), fallback)
		case m.kind == object && m.get(key) != nil:
			return m.Get(key)
		case m.kind == object && !m.open:
			return fallback
		}
		return Choose(c.place, m.Get(key), fallback)
	})
}

func keys(c call) *Value {
	if len(c.args) != 1 || !c.args[0].IsObject() {
		return c.unknown(Function)
	}
	return c.args[0].mapAlternatives(func(v *Value) *Value {
		out := NewList(nil, v.open, c.place)
		for _, e := range v.Entries() {
			out.items = append(out.items, e.Key)
		}
		return out
	})
}

func values(c call) *Value {
	if len(c.args) != 1 || c.args[0].kind == unknown {
		return c.unknown(Function)
	}
	return c.args[0].mapAlternatives(func(v *Value) *Value {
		out := NewList(nil, v.Open(), c.place)
		for _, e := range v.Entries() {
			out.items = append(out.items, e.Value)
		}
		return out
	})
}

func zipmap(c call) *Value {
	if len(c.args) != 2 || !c.args[0].IsList() || !c.args[1].IsList() {
		return c.unknown(Function)
	}
	names, members := c.args[0].Items(), c.args[1].Items()
	var out []Member
	open := c.args[0].Open()
	for i, name := range names {
		key, ok := name.Text()
		if !ok {
			open, key = true, unknownKey(i)
		}
		value := NewUnknown(c.place, firstCauseOr(c.place, c.args[1]))
		if i < len(members) && !members[i].maybe {
			value = members[i]
		}
		out = append(out, Member{key, value})
	}
	return NewObject(out, open, c.place)
}

func tostring(c call) *Value {
	if len(c.args) != 1 {
		return broken(c.place)
	}
	return c.args[0].mapAlternatives(func(v *Value) *Value {
		if v.kind == text || v.kind == unknown || v.kind == absent {
			return v
		}
		return c.converted(cty.String)
	})
}

// converted is the argument converted to a primitive type.
func (c call) converted(want cty.Type) *Value {
	if len(c.args) != 1 {
		return broken(c.place)
	}
	return c.args[0].mapAlternatives(func(v *Value) *Value {
		if v.kind == unknown || v.kind == absent {
			return v
		}
		out, err := convert.Convert(v.Cty(), want)
		if err != nil {
			return broken(c.place)
		}
		if !out.IsKnown() {
			return c.unknown(Function)
		}
		return FromCty(out, v.Place())
	})
}
