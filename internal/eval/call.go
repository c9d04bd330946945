package eval

import (
	"slices"

	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
)

// builtin is a function of Terraform that works on partly known values.
type builtin func(c call) *Value

// call is a function call whose arguments are evaluated.
type call struct {
	scope *Scope
	name  string
	args  []*Value
	place Place
}

// unknown is the result of a call that can't be known.
func (c call) unknown(kind CauseKind) *Value {
	cause := firstCause(c.args...)
	if cause == nil || cause.What == "" {
		cause = &Cause{Kind: kind, What: c.name + "()", Range: c.place.Range}
	}
	var refs []Ref
	for _, a := range c.args {
		refs = append(refs, a.AllRefs()...)
	}
	return NewUnknown(c.place, cause, refs...)
}

func (s *Scope) call(e *hclsyntax.FunctionCallExpr, place Place) *Value {
	switch e.Name {
	case "try":
		return s.try(e, place)
	case "can":
		return s.can(e, place)
	}
	c := call{scope: s, name: e.Name, place: place}
	for i, arg := range e.Args {
		v := s.Eval(arg)
		if v.failed {
			return v.failedAs(place)
		}
		if !e.ExpandFinal || i < len(e.Args)-1 {
			c.args = append(c.args, v)
			continue
		}
		if v.Open() || v.hasMaybe() || v.kind == either {
			c.args = append(c.args, v.Items()...)
			return c.expandedOpen(v)
		}
		c.args = append(c.args, v.Items()...)
	}
	return c.run()
}

// expandedOpen is a call with f(list...) where the list may hold more than is known. What merges or joins its arguments
// still shows what is known of them.
func (c call) expandedOpen(list *Value) *Value {
	rest := NewUnknown(c.place, firstCauseOr(c.place, list), list.Refs()...)
	switch c.name {
	case "merge", "concat", "flatten", "setunion", "coalesce", "coalescelist":
		c.args = append(c.args, rest)
		return c.run()
	}
	return c.unknown(Function)
}

func (c call) run() *Value {
	if f, ok := structural[c.name]; ok {
		return f(c)
	}
	if f, ok := plain[c.name]; ok {
		return c.plain(f)
	}
	return c.unknown(Function)
}

// plain calls a function that has no notion of places: its result is all written at the call.
func (c call) plain(f function.Function) *Value {
	if alternatives(c.args) > maxAlternatives {
		return c.unknown(TooLarge)
	}
	for i, a := range c.args {
		if a.kind != either {
			continue
		}
		return a.mapAlternatives(func(alternative *Value) *Value {
			one := c
			one.args = slices.Clone(c.args)
			one.args[i] = alternative
			return one.plain(f)
		})
	}
	args := make([]cty.Value, len(c.args))
	for i, a := range c.args {
		args[i] = a.Cty()
	}
	result, err := callSafely(f, args)
	if err != nil {
		u := c.unknown(Broken)
		u.failed = !slices.ContainsFunc(c.args, func(a *Value) bool { return !a.WhollyKnown() })
		return u
	}
	v := FromCty(result, c.place)
	if v.kind == unknown {
		return c.unknown(Function)
	}
	for _, a := range c.args {
		for _, ref := range a.Refs() {
			v = v.WithRef(ref)
		}
	}
	return v
}

// callSafely calls f and takes a panic in it for an error: a function that stumbles over odd input must not end the run.
func callSafely(f function.Function, args []cty.Value) (v cty.Value, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = function.NewArgErrorf(0, "%v", r)
		}
	}()
	return f.Call(args)
}

// try is the first argument that can be evaluated. One that may fail leaves it open which of them it is.
func (s *Scope) try(e *hclsyntax.FunctionCallExpr, place Place) *Value {
	var possible []*Value
	for _, arg := range e.Args {
		v := s.Eval(arg)
		if v.failed {
			continue
		}
		possible = append(possible, v)
		if v.kind != unknown {
			break
		}
	}
	if len(possible) == 0 {
		return broken(place)
	}
	return Choose(place, possible...)
}

func (s *Scope) can(e *hclsyntax.FunctionCallExpr, place Place) *Value {
	if len(e.Args) != 1 {
		return broken(place)
	}
	v := s.Eval(e.Args[0])
	if v.kind == unknown && !v.failed {
		return NewUnknown(place, v.cause, v.refs...)
	}
	return NewBool(!v.failed, place)
}
