package eval

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

const (
	// maxSteps bounds the work of evaluating one module: expressions looked at, elements made. A module of a thousand
	// resources takes some ten thousand.
	maxSteps = 1_000_000
	// maxDepth bounds how deep expressions, locals and templates may be nested in each other.
	maxDepth = 500
	// maxItems bounds how many elements one collection may get.
	maxItems = 100_000
	// loopSteps is what one turn of a loop costs beside the expressions in it.
	loopSteps = 4
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

	// shownAt is set while the text of a template file, or of a JSON string, is evaluated: its expressions have ranges
	// of another file, or none that the host can show.
	shownAt *Place
	// source is the template's text, while one is evaluated that is no part of a file's expressions.
	source []byte
	// flat tells that shownAt says it all: lines of the text are none of the file.
	flat bool
	// mayFail is set, where it is not nil, when something is evaluated that may fail once what it needs is known.
	mayFail *bool
}

// Meter counts what the evaluation of a module costs; when it runs out, what is left is unknown. It keeps
// templates that were parsed: what count and for_each repeat renders the same one with other variables.
type Meter struct {
	steps, depth int
	templates    map[templateText]hclsyntax.Expression
}

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

// uncertain takes note that what is evaluated may fail.
func (s *Scope) uncertain() {
	if s.mayFail != nil {
		*s.mayFail = true
	}
}

// place is the place of an expression.
func (s *Scope) place(r hcl.Range) Place {
	switch {
	case s.shownAt == nil:
		return Place{Range: r}
	case s.flat:
		return *s.shownAt
	}
	text := TextPos{Line: r.Start.Line}
	if r.Filename != s.shownAt.Range.Filename {
		text.File = r.Filename
	}
	return Place{Range: s.shownAt.Range, Text: &text}
}

// Eval is the value of an expression. It never fails: what can't be evaluated is unknown.
func (s *Scope) Eval(expr hcl.Expression) *Value {
	place := s.place(expr.Range())
	if s.meter.depth >= maxDepth || !s.meter.spend(1) {
		s.uncertain()
		return tooLarge(place)
	}
	s.meter.depth++
	v := s.eval(expr, place)
	s.meter.depth--
	if v.failed && s.mayFail == nil {
		// Only try and can ask whether something fails. Elsewhere the part that is wrong is unknown, and the rest is
		// still read: half-typed code is full of such parts.
		c := *v
		c.failed = false
		return &c
	}
	if v.mayFail {
		s.uncertain()
		c := *v
		c.mayFail = false
		return &c
	}
	return v
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
		return s.templateLoop(e, place)
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
		return s.key(e, place)
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
		return broken(place)
	}
	return s.json(expr, place)
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
	entries := make([]objectEntry, len(e.Items))
	for i, item := range e.Items {
		entry := &entries[i]
		name, written := writtenKey(item.KeyExpr)
		if entry.name = name; !written {
			entry.key = s.Eval(item.KeyExpr)
		}
		entry.value = s.Eval(item.ValueExpr)
		switch key := entry.key; {
		case entry.value.failed:
			return entry.value.failedAs(place)
		case written:
		case key.failed, key.kind == absent, key.kind == list, key.kind == object:
			return broken(place)
		case key.doubtful(false):
			s.uncertain()
		}
	}
	return newObject(entries, false, place)
}

// writtenKey is a key that is written out as a bare word or in quotes, which is what nearly all are.
func writtenKey(expr hclsyntax.Expression) (string, bool) {
	e, ok := expr.(*hclsyntax.ObjectConsKeyExpr)
	if !ok || e.ForceNonLiteral {
		return "", false
	}
	if t, ok := e.Wrapped.(*hclsyntax.TemplateExpr); ok && t.IsStringLiteral() {
		return t.Parts[0].(*hclsyntax.LiteralValueExpr).Val.AsString(), true
	}
	keyword := hcl.ExprAsKeyword(e.Wrapped)
	return keyword, keyword != ""
}

// key is the key of an object's member: a bare word is a text.
func (s *Scope) key(e *hclsyntax.ObjectConsKeyExpr, place Place) *Value {
	if !e.ForceNonLiteral {
		if keyword := hcl.ExprAsKeyword(e.Wrapped); keyword != "" {
			return NewText(keyword, place)
		}
		if _, path := e.Wrapped.(*hclsyntax.ScopeTraversalExpr); path {
			return broken(place)
		}
	}
	return s.Eval(e.Wrapped)
}
