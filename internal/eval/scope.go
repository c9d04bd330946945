package eval

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

const (
	// maxSteps bounds the work of evaluating one module: expressions looked at, elements copied. A module of a
	// thousand resources takes some ten thousand.
	maxSteps = 4_000_000
	// maxDepth bounds how deep expressions, locals and templates may be nested in each other.
	maxDepth = 150
	// maxItems bounds how many elements one collection may get.
	maxItems = 100_000
)

// Root resolves what an expression refers to outside itself.
type Root interface {
	// Resolve is the value that a traversal begins with, and how many of its steps that takes: two for local.x, three for
	// data.type.name. A nil value means that nothing of this name is known.
	Resolve(traversal hcl.Traversal) (value *Value, steps int)
	// ReadFile is the content of a file that an expression names, relative to the directory that Terraform runs in.
	ReadFile(name string) ([]byte, error)
}

// Scope is where an expression is evaluated: the names of its own, and the root.
type Scope struct {
	root   Root
	meter  *Meter
	parent *Scope
	names  map[string]*Value
	depth  int

	// shownAt is set while the text of a template file, or of a JSON string, is evaluated: its expressions have ranges
	// of another file, or none that the host can show.
	shownAt *Place
}

// Meter counts what the evaluation of a module costs; when it runs out, what is left is unknown.
type Meter struct{ steps int }

func (m *Meter) spend(n int) bool {
	m.steps += n
	return m.steps <= maxSteps
}

// NewScope is a scope without names of its own. Scopes that share a meter share its budget.
func NewScope(root Root, meter *Meter) *Scope { return &Scope{root: root, meter: meter} }

// With is the scope with additional names, which hide the root's.
func (s *Scope) With(names map[string]*Value) *Scope {
	c := *s
	c.parent, c.names = s, names
	return &c
}

func (s *Scope) lookup(name string) *Value {
	for ; s != nil; s = s.parent {
		if v := s.names[name]; v != nil {
			return v
		}
	}
	return nil
}

// place is the place of an expression.
func (s *Scope) place(r hcl.Range) Place {
	if s.shownAt != nil {
		text := TextPos{Line: r.Start.Line}
		if r.Filename != s.shownAt.Range.Filename {
			text.File = r.Filename
		}
		return Place{Range: s.shownAt.Range, Text: &text}
	}
	return Place{Range: r}
}

// Eval is the value of an expression. It never fails: what can't be evaluated is unknown.
func (s *Scope) Eval(expr hcl.Expression) *Value {
	place := s.place(expr.Range())
	if s.depth > maxDepth || !s.meter.spend(1) {
		return NewUnknown(place, &Cause{Kind: TooLarge, Range: expr.Range()})
	}
	deeper := *s
	deeper.depth++
	return deeper.eval(expr, place)
}

func (s *Scope) eval(expr hcl.Expression, place Place) *Value {
	switch e := expr.(type) {
	case *hclsyntax.LiteralValueExpr:
		return FromCty(e.Val, place)
	case *hclsyntax.TemplateExpr:
		return s.template(e.Parts, place)
	case *hclsyntax.TemplateWrapExpr:
		return s.Eval(e.Wrapped)
	case *hclsyntax.TemplateJoinExpr:
		return s.join(e, place)
	case *hclsyntax.ParenthesesExpr:
		return s.Eval(e.Expression)
	case *hclsyntax.ScopeTraversalExpr:
		return s.traversal(e.Traversal, place)
	case *hclsyntax.RelativeTraversalExpr:
		return s.steps(s.Eval(e.Source), e.Traversal, place)
	case *hclsyntax.FunctionCallExpr:
		return s.call(e, place)
	case *hclsyntax.ConditionalExpr:
		return s.conditional(e, place)
	case *hclsyntax.IndexExpr:
		return index(s.Eval(e.Collection), s.Eval(e.Key), place)
	case *hclsyntax.SplatExpr:
		return s.splat(e, place)
	case *hclsyntax.TupleConsExpr:
		return s.tuple(e, place)
	case *hclsyntax.ObjectConsExpr:
		return s.object(e, place)
	case *hclsyntax.ObjectConsKeyExpr:
		if keyword := hcl.ExprAsKeyword(e); keyword != "" {
			return NewText(keyword, place)
		}
		return s.Eval(e.Wrapped)
	case *hclsyntax.ForExpr:
		return s.forExpr(e, place)
	case *hclsyntax.BinaryOpExpr:
		return s.binary(e, place)
	case *hclsyntax.UnaryOpExpr:
		return s.unary(e, place)
	case *hclsyntax.AnonSymbolExpr:
		if v := s.lookup(splatItem); v != nil {
			return v
		}
	default:
		return s.json(expr, place)
	}
	return broken(place)
}

func broken(place Place) *Value {
	return &Value{kind: unknown, failed: true, place: place, cause: &Cause{Kind: Broken, Range: place.Range}}
}

// failedAs is the failure of a part as the failure of the whole.
func (v *Value) failedAs(place Place) *Value {
	c := *v
	c.place = place
	return &c
}

func (s *Scope) traversal(t hcl.Traversal, place Place) *Value {
	v := s.lookup(t.RootName())
	steps := 1
	if v == nil {
		v, steps = s.root.Resolve(t)
	}
	if v == nil {
		return NewUnknown(place, &Cause{Kind: Broken, What: TraversalText(t), Range: t.SourceRange()})
	}
	v = s.steps(v, t[min(steps, len(t)):], place)
	if v.kind == unknown && v.cause != nil && v.cause.What == "" {
		c := *v
		c.cause = &Cause{Kind: v.cause.Kind, What: TraversalText(t), Range: t.SourceRange()}
		return &c
	}
	return v
}

func (s *Scope) steps(v *Value, t hcl.Traversal, place Place) *Value {
	for _, step := range t {
		switch step := step.(type) {
		case hcl.TraverseAttr:
			v = attribute(v, step.Name, place)
		case hcl.TraverseIndex:
			v = index(v, FromCty(step.Key, place), place)
		default:
			return NewUnknown(place, &Cause{Kind: Broken, Range: place.Range})
		}
	}
	// What is not a collection is shown where it is used if nothing better is known of it.
	if v.kind == unknown {
		c := *v
		c.place, c.pin = place, nil
		return &c
	}
	return v
}

// attribute is v.name, which fails where an object certainly has no such attribute.
func attribute(v *Value, name string, place Place) *Value {
	return v.mapAlternatives(func(v *Value) *Value {
		switch v.kind {
		case list:
			// The legacy form of an index: list.0
			return index(v, NewText(name, place), place)
		case absent, boolean, number, text:
			return broken(place)
		case object:
			if !v.open && v.get(name) == nil {
				return broken(place)
			}
		}
		return v.Get(name)
	})
}

// index is v[key], which fails where there is certainly no such element.
func index(v, key *Value, place Place) *Value {
	if key.kind == either {
		return key.mapAlternatives(func(k *Value) *Value { return index(v, k, place) })
	}
	return v.mapAlternatives(func(v *Value) *Value {
		switch v.kind {
		case unknown:
			c := *v
			c.place, c.pin = place, nil
			if k, ok := key.Text(); ok {
				c.refs = indexed(v.refs, key.kind == number, k)
			}
			return &c
		case object:
			k, ok := key.Text()
			if !ok {
				return anyOf(v, key, place)
			}
			return attribute(v, k, place)
		case list:
			n, ok := key.Int()
			switch {
			case !ok && key.WhollyKnown():
				return broken(place)
			case !ok:
				return anyOf(v, key, place)
			case n >= 0 && n < len(v.items) && !v.moved(n):
				return v.Items()[n]
			case !v.open && !v.hasMaybe():
				return broken(place)
			}
			return anyOf(v, key, place)
		}
		return broken(place)
	})
}

// anyOf is an element of a collection that can't be told which: what all elements have in common, where there are few.
func anyOf(v, key *Value, place Place) *Value {
	u := NewUnknown(place, nil, append(v.Refs(), key.Refs()...)...)
	if u.cause = firstCause(key, v); u.cause == nil {
		u.cause = &Cause{Kind: OpenObject, Range: place.Range}
	}
	if v.open {
		// An unknown number of the same thing, written once.
		if len(v.items) == 1 {
			return v.Items()[0]
		}
		if v.rest != nil {
			return v.child(v.rest)
		}
		if len(v.keys) == 0 {
			return u
		}
	}
	var members []*Value
	if v.kind == list {
		members = v.Items()
	}
	for _, k := range v.keys {
		members = append(members, v.Get(k))
	}
	if len(members) == 0 || v.open {
		return u
	}
	if c := Choose(place, members...); c.kind != unknown {
		return c
	}
	return u
}

// moved tells whether an element before n may be missing, so that n may be another one.
func (v *Value) moved(n int) bool {
	for _, item := range v.items[:n+1] {
		if item.maybe {
			return true
		}
	}
	return false
}

func (v *Value) hasMaybe() bool { return len(v.items) > 0 && v.moved(len(v.items)-1) }

func indexed(refs []Ref, isNumber bool, key string) []Ref {
	out := make([]Ref, len(refs))
	for i, r := range refs {
		if r.Path == "" && r.Key == "" {
			r.Key = `["` + key + `"]`
			if isNumber {
				r.Key = "[" + key + "]"
			}
		}
		out[i] = r
	}
	return out
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

func (s *Scope) tuple(e *hclsyntax.TupleConsExpr, place Place) *Value {
	items := make([]*Value, len(e.Exprs))
	for i, item := range e.Exprs {
		items[i] = s.Eval(item)
		if items[i].failed {
			return items[i].failedAs(place)
		}
	}
	return NewList(items, false, place)
}

func (s *Scope) object(e *hclsyntax.ObjectConsExpr, place Place) *Value {
	var members []Member
	open := false
	for _, item := range e.Items {
		value := s.Eval(item.ValueExpr)
		if value.failed {
			return value.failedAs(place)
		}
		key, ok := s.Eval(item.KeyExpr).Text()
		if !ok {
			open = true
			key, value = unknownKey(len(members)), value.Optional()
		}
		members = append(members, Member{key, value})
	}
	return NewObject(members, open, place)
}

// conditional is one of two values. Where the condition is unknown it may be either.
func (s *Scope) conditional(e *hclsyntax.ConditionalExpr, place Place) *Value {
	condition := s.Eval(e.Condition)
	switch {
	case condition.failed:
		return condition.failedAs(place)
	case condition.True():
		return s.Eval(e.TrueResult)
	case condition.False():
		return s.Eval(e.FalseResult)
	}
	yes, no := s.Eval(e.TrueResult), s.Eval(e.FalseResult)
	return Choose(place, yes, no)
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
