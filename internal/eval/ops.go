package eval

import (
	"slices"
	"strconv"
	"strings"

	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
)

func (s *Scope) unary(e *hclsyntax.UnaryOpExpr, place Place) *Value {
	v := s.Eval(e.Val)
	return v.mapAlternatives(func(v *Value) *Value {
		want := cty.Number
		if e.Op == hclsyntax.OpLogicalNot {
			want = cty.Bool
		}
		return s.operate(e.Op, want, place, v)
	})
}

func (s *Scope) binary(e *hclsyntax.BinaryOpExpr, place Place) *Value {
	left, right := s.Eval(e.LHS), s.Eval(e.RHS)
	switch e.Op {
	case hclsyntax.OpLogicalAnd:
		if left.False() || right.False() {
			return NewBool(false, place)
		}
	case hclsyntax.OpLogicalOr:
		if left.True() || right.True() {
			return NewBool(true, place)
		}
	case hclsyntax.OpEqual, hclsyntax.OpNotEqual:
		if equal, ok := equal(left, right); ok {
			return NewBool(equal == (e.Op == hclsyntax.OpEqual), place)
		}
		return NewUnknown(place, firstCauseOr(place, left, right), append(left.Refs(), right.Refs()...)...)
	}
	want := cty.Number
	if e.Op == hclsyntax.OpLogicalAnd || e.Op == hclsyntax.OpLogicalOr {
		want = cty.Bool
	}
	if alternatives([]*Value{left, right}) > maxAlternatives {
		return NewUnknown(place, &Cause{Kind: TooLarge, Range: place.Range})
	}
	return left.mapAlternatives(func(l *Value) *Value {
		return right.mapAlternatives(func(r *Value) *Value { return s.operate(e.Op, want, place, l, r) })
	})
}

// operate applies an operator of HCL to known operands.
func (s *Scope) operate(op *hclsyntax.Operation, want cty.Type, place Place, operands ...*Value) *Value {
	args := make([]cty.Value, len(operands))
	for i, o := range operands {
		if o.failed {
			return o.failedAs(place)
		}
		arg, err := convert.Convert(o.Cty(), want)
		if err != nil || arg.IsNull() {
			return broken(place)
		}
		args[i] = arg
	}
	result, err := op.Impl.Call(args)
	if err != nil {
		return broken(place)
	}
	v := FromCty(result, place)
	if v.kind == unknown {
		v.cause = firstCauseOr(place, operands...)
	}
	return v
}

func firstCauseOr(place Place, values ...*Value) *Cause {
	if c := firstCause(values...); c != nil {
		return c
	}
	return &Cause{Kind: OpenObject, Range: place.Range}
}

// equal tells whether two values are the same, where that is certain.
func equal(a, b *Value) (result, certain bool) {
	if a.kind == either || b.kind == either {
		return equalAlternatives(a, b)
	}
	switch {
	case a.failed, b.failed, a.kind == unknown, b.kind == unknown:
		return false, false
	case a.kind == absent || b.kind == absent:
		return a.kind == b.kind, true
	case a.kind == text && b.kind == text:
		return equalTexts(a, b)
	case a.kind != b.kind:
		// HCL's == converts nothing: "1" is not 1.
		return false, true
	case a.kind == boolean, a.kind == number:
		return a.prim.RawEquals(b.prim), true
	}
	if !a.WhollyKnown() || !b.WhollyKnown() {
		return false, false
	}
	return a.Cty().RawEquals(b.Cty()), true
}

func equalAlternatives(a, b *Value) (result, certain bool) {
	for i, x := range a.Alternatives() {
		for j, y := range b.Alternatives() {
			r, ok := equal(x, y)
			if !ok || (i+j > 0 && r != result) {
				return false, false
			}
			result = r
		}
	}
	return result, true
}

func equalTexts(a, b *Value) (result, certain bool) {
	x, xok := a.Text()
	y, yok := b.Text()
	if xok && yok {
		return x == y, true
	}
	// A text with holes still differs for certain from what has another beginning or end.
	if len(commonPrefix(a.Prefix(), b.Prefix())) < min(len(a.Prefix()), len(b.Prefix())) ||
		len(commonSuffix(a.Suffix(), b.Suffix())) < min(len(a.Suffix()), len(b.Suffix())) {
		return false, true
	}
	if xok && len(a.Pieces()) == 1 && len(x) < len(b.Prefix()) || yok && len(y) < len(a.Prefix()) {
		return false, true
	}
	return false, false
}

// splatItem is the name under which a splat's element is looked up; no identifier has it.
const splatItem = "[*]"

func (s *Scope) splat(e *hclsyntax.SplatExpr, place Place) *Value {
	source := s.Eval(e.Source)
	return source.mapAlternatives(func(v *Value) *Value {
		switch v.kind {
		case absent:
			return NewList(nil, false, place)
		case unknown:
			if v.failed {
				return v.failedAs(place)
			}
			// What an element has is known as far as the reference goes: x[*].arn refers to x.arn.
			item := s.With(map[string]*Value{splatItem: v}).Eval(e.Each)
			return NewList([]*Value{item.Optional()}, true, place)
		}
		return s.mapItems(v, place, func(item *Value) *Value {
			return s.With(map[string]*Value{splatItem: item}).Eval(e.Each)
		})
	})
}

// mapItems is the list of f of each element.
func (s *Scope) mapItems(v *Value, place Place, f func(*Value) *Value) *Value {
	out := NewList(nil, v.kind == list && v.open, place)
	for _, item := range v.Items() {
		if !s.meter.spend(1) {
			out.open = true
			break
		}
		r := f(item)
		if r.failed {
			return r.failedAs(place)
		}
		if item.maybe {
			r = r.Optional()
		}
		out.items = append(out.items, r)
	}
	return out
}

// template is the text of a template's parts. What is written inside the template is shown at the template: in a heredoc
// there is no room for a comment on a line of its own.
func (s *Scope) template(parts []hclsyntax.Expression, place Place) *Value {
	values := make([]*Value, len(parts))
	for i, p := range parts {
		if literal, ok := p.(*hclsyntax.LiteralValueExpr); ok && literal.Val.Type() == cty.String {
			piece := sourceOf(place)
			piece.line = sourceOf(s.place(literal.SrcRange)).line
			values[i] = &Value{kind: text, place: place, parts: []part{{text: literal.Val.AsString(), source: piece}}}
			continue
		}
		values[i] = s.Eval(p).inside(place)
	}
	if len(values) == 1 && values[0].kind == text {
		return values[0]
	}
	return Concat(values, place)
}

// join is the text of a template's loop: %{ for }.
func (s *Scope) join(e *hclsyntax.TemplateJoinExpr, place Place) *Value {
	pieces := s.Eval(e.Tuple)
	if pieces.kind != list {
		return NewUnknown(place, pieces.cause, pieces.refs...)
	}
	values := pieces.Items()
	if pieces.open || pieces.hasMaybe() {
		// There may be more, or fewer: a hole says so, beside what was written.
		values = append(slices.Clone(values), NewUnknown(place, firstCauseOr(place, pieces)))
	}
	return Concat(values, place)
}

// forExpr is a list or an object made of a collection. Over an unknown collection the body is evaluated once, for an
// element that may be there, so that what is wrong in the body is seen.
func (s *Scope) forExpr(e *hclsyntax.ForExpr, place Place) *Value {
	collection := s.Eval(e.CollExpr)
	return collection.mapAlternatives(func(c *Value) *Value {
		if c.failed {
			return c.failedAs(place)
		}
		if c.kind != unknown && c.kind != list && c.kind != object {
			return broken(place)
		}
		f := &forLoop{s: s, e: e, place: place, open: c.Open()}
		for _, entry := range c.Entries() {
			if !s.meter.spend(1) || len(f.items)+len(f.members) >= maxItems {
				f.open = true
				break
			}
			f.add(entry)
		}
		if c.Open() && c.rest == nil {
			f.add(Entry{Key: c.unknownItem(place), Value: c.unknownItem(place), Maybe: true})
		}
		return f.result()
	})
}

// unknownItem is an element of what is not known of a collection.
func (v *Value) unknownItem(place Place) *Value {
	return NewUnknown(place, firstCauseOr(place, v), v.refs...)
}

// Entry is an element of a collection with its key: the index in a list, the value itself in a set.
type Entry struct {
	Key   *Value
	Value *Value
	Maybe bool
}

// Entries are the elements of a list or an object as for_each and for see them: an object's in the order of its keys.
func (v *Value) Entries() []Entry {
	var entries []Entry
	switch v.kind {
	case list:
		for i, item := range v.Items() {
			key := NewNumber(int64(i), item.Place())
			if v.set {
				key = item
			}
			entries = append(entries, Entry{key, item, item.maybe})
		}
	case object:
		for _, k := range slices.Sorted(slices.Values(v.keys)) {
			m := v.Get(k)
			key := NewText(k, m.Place())
			if strings.HasPrefix(k, "\x00") {
				key = v.unknownItem(m.Place())
			}
			entries = append(entries, Entry{key, m, m.maybe})
		}
		if v.rest != nil {
			entries = append(entries, Entry{v.unknownItem(v.place), v.rest, true})
		}
	case either:
		for _, a := range v.Alternatives() {
			for _, e := range a.Entries() {
				e.Maybe = true
				entries = append(entries, e)
			}
		}
	}
	return entries
}

type forLoop struct {
	s       *Scope
	e       *hclsyntax.ForExpr
	place   Place
	items   []*Value
	members []Member
	open    bool
	failure *Value
}

func (f *forLoop) add(entry Entry) {
	names := map[string]*Value{f.e.ValVar: entry.Value}
	if f.e.KeyVar != "" {
		names[f.e.KeyVar] = entry.Key
	}
	scope := f.s.With(names)
	maybe := entry.Maybe
	if f.e.CondExpr != nil {
		condition := scope.Eval(f.e.CondExpr)
		switch {
		case condition.failed && !maybe:
			f.failure = condition.failedAs(f.place)
			return
		case condition.False():
			return
		case !condition.True():
			maybe = true
		}
	}
	value := scope.Eval(f.e.ValExpr)
	if value.failed && !maybe {
		f.failure = value.failedAs(f.place)
		return
	}
	if maybe {
		value = value.Optional()
	}
	if f.e.KeyExpr == nil {
		f.items = append(f.items, value)
		return
	}
	key, ok := scope.Eval(f.e.KeyExpr).Text()
	if !ok {
		f.open = true
		// An object can't show a member without a key, but a reader of the members as a list can.
		f.members = append(f.members, Member{unknownKey(len(f.members)), value.Optional()})
		return
	}
	f.members = append(f.members, Member{key, value})
}

// unknownKey stands for the key of the nth member, which is not known; nobody writes such a key.
func unknownKey(n int) string { return "\x00" + strconv.Itoa(n) }

func (f *forLoop) result() *Value {
	switch {
	case f.failure != nil:
		return f.failure
	case f.e.KeyExpr == nil:
		return NewList(f.items, f.open, f.place)
	case f.e.Group:
		return f.grouped()
	}
	return NewObject(f.members, f.open, f.place)
}

// grouped is the result of a for expression with "...": a list under each key.
func (f *forLoop) grouped() *Value {
	groups := map[string][]*Value{}
	var keys []string
	for _, m := range f.members {
		if _, ok := groups[m.Key]; !ok {
			keys = append(keys, m.Key)
		}
		groups[m.Key] = append(groups[m.Key], m.Value)
	}
	members := make([]Member, len(keys))
	for i, k := range keys {
		members[i] = Member{k, NewList(groups[k], f.open, f.place)}
	}
	return NewObject(members, f.open, f.place)
}

// EqualFold tells whether the value is certainly this text, in any case.
func (v *Value) EqualFold(s string) bool {
	got, ok := v.Text()
	return ok && strings.EqualFold(got, s)
}
