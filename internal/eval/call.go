package eval

import (
	"slices"
	"strings"

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

// with is the same call with other arguments.
func (c call) with(args ...*Value) call {
	c.args = args
	return c
}

// unknown is the result of a call that can't be known.
func (c call) unknown(kind CauseKind) *Value {
	cause := firstCause(c.args...)
	if cause == nil || cause.What == "" {
		cause = &Cause{Kind: kind, What: c.name + "()", Range: c.place.Range}
	}
	var refs []Ref
	for _, a := range c.args {
		if !oneWay[c.name] {
			refs = append(refs, a.AllRefs()...)
		}
	}
	return NewUnknown(c.place, cause, refs...)
}

// oneWay are the functions whose result can't be turned back into their arguments: it does not come from what they come from.
var oneWay = map[string]bool{
	"md5": true, "sha1": true, "sha256": true, "sha512": true, "base64sha256": true, "base64sha512": true, "bcrypt": true, "uuidv5": true,
	"length": true, "contains": true, "startswith": true, "endswith": true, "strcontains": true, "alltrue": true, "anytrue": true,
}

func (c call) broken() *Value {
	v := broken(c.place)
	v.cause.What = c.name + "()"
	return v
}

// known tells whether all arguments are wholly known.
func (c call) known() bool {
	return !slices.ContainsFunc(c.args, func(a *Value) bool { return !a.WhollyKnown() })
}

func (s *Scope) call(e *hclsyntax.FunctionCallExpr, place Place) *Value {
	name := strings.TrimPrefix(e.Name, "core::")
	switch name {
	case "try":
		return s.try(e, place)
	case "can":
		return s.can(e, place)
	}
	c := call{scope: s, name: name, place: place}
	for _, arg := range e.Args {
		v := s.Eval(arg)
		if v.failed {
			return v.failedAs(place)
		}
		c.args = append(c.args, v)
	}
	if e.ExpandFinal && len(c.args) > 0 {
		last := len(c.args) - 1
		return c.with(c.args[:last]...).expanded(c.args[last])
	}
	return c.run()
}

// openEnded are functions that show what is known of their arguments also where there may be more of them.
var openEnded = map[string]bool{"merge": true, "concat": true, "setunion": true, "coalesce": true, "coalescelist": true}

// expanded is a call with f(list...).
func (c call) expanded(list *Value) *Value {
	return list.mapAlternatives(func(l *Value) *Value {
		args := append(slices.Clone(c.args), l.Items()...)
		switch {
		case l.failed, l.kind != unknown && !l.IsList():
			return c.broken()
		case l.counted() && !l.unordered:
			return c.with(args...).run()
		case !openEnded[c.name]:
			return c.with(append(c.args[:len(c.args):len(c.args)], l)...).unknown(Function).uncertain()
		case l.open || l.kind == unknown:
			args = append(args, l.gap())
		}
		return c.with(args...).run()
	})
}

// elementsInStep is how many elements of its arguments a function goes through in one step: many go through none.
const elementsInStep = 16

// thorough are functions that go through all that their arguments hold.
var thorough = []string{"coalesce", "contains", "distinct", "tolist", "tomap", "toset"}

func (c call) run() *Value {
	f := functions[c.name]
	if f == nil {
		return c.unknown(Function).uncertain()
	}
	elements := 0
	for _, a := range c.args {
		elements += len(a.items) + len(a.keys)
	}
	cost := elements / elementsInStep
	if slices.Contains(thorough, c.name) {
		cost = total(c.args) / stepSize
	}
	if !c.scope.meter.spend(cost) {
		return tooLarge(c.place).uncertain()
	}
	v := f(c)
	if !c.scope.meter.spend(len(v.items) + len(v.keys)) {
		return tooLarge(c.place).uncertain()
	}
	if v.kind == either && v.cause == nil {
		v = v.because(firstCause(c.args...))
	}
	if c.scope.mayFail != nil && c.doubtful(v) {
		return v.uncertain()
	}
	return v
}

// doubtful tells whether the function may not take its arguments once they are known.
func (c call) doubtful(result *Value) bool {
	switch takes, known := neverFails[c.name]; {
	case !known:
		return result.kind == unknown || !c.known()
	case takes == anything:
		return false
	default:
		return slices.ContainsFunc(c.args, func(a *Value) bool { return a.doubtful(takes == parts) })
	}
}

// doubtful tells whether it is open of which type the value is, and whether it is null; deep: also of its parts. Attributes
// of resources are taken to be what they are used for.
func (v *Value) doubtful(deep bool) bool {
	of := func(part *Value) bool { return part.doubtful(deep) }
	switch {
	case v.kind == unknown:
		return v.prim == cty.NilVal && (v.cause == nil || v.cause.Kind != ResourceAttribute && v.cause.Kind != DataSource)
	case v.kind == either, v.kind == list && deep:
		return slices.ContainsFunc(v.items, of)
	case v.kind == object && deep:
		return slices.ContainsFunc(v.keys, func(k string) bool { return v.get(k).doubtful(deep) })
	}
	return false
}

// takes is a function of between low and high arguments, none of them null, called once for each combination of
// alternatives that they leave open.
func takes(low, high int, f builtin) builtin {
	return func(c call) *Value {
		if len(c.args) < low || len(c.args) > high {
			return c.broken()
		}
		return c.overAlternatives(func(c call) *Value {
			for _, a := range c.args {
				if a.kind == absent || a.failed {
					return c.broken()
				}
			}
			return f(c)
		})
	}
}

// takesNull is takes for a function whose arguments may be null.
func takesNull(low, high int, f builtin) builtin {
	return func(c call) *Value {
		if len(c.args) < low || len(c.args) > high {
			return c.broken()
		}
		return c.overAlternatives(f)
	}
}

// many is more arguments than anybody writes.
const many = 1 << 20

// overAlternatives runs f once for each combination of alternatives that the arguments leave open.
func (c call) overAlternatives(f builtin) *Value {
	if combinations(c.args) > maxAlternatives {
		c = c.with(slices.Clone(c.args)...)
		for i, a := range c.args {
			c.args[i] = a.inCommon()
		}
	}
	for i, a := range c.args {
		if a.kind == either {
			return a.mapAlternatives(func(alternative *Value) *Value {
				one := c.with(slices.Clone(c.args)...)
				one.args[i] = alternative.asElement(a.maybe)
				return one.overAlternatives(f)
			})
		}
	}
	return f(c)
}

// maxPlain bounds the size of the arguments of functions that work through all of them.
const maxPlain = 4 << 20

// plainly is a function that has no notion of places and parts: its result is all written at the call.
func plainly(f function.Function) builtin {
	return func(c call) *Value {
		return c.overAlternatives(func(c call) *Value { return c.plain(f) })
	}
}

func (c call) plain(f function.Function) *Value {
	if size := total(c.args); size > maxPlain || !c.scope.meter.spend(size/nodeSize) {
		return c.unknown(TooLarge)
	}
	args := make([]cty.Value, len(c.args))
	for i, a := range c.args {
		args[i] = a.Cty()
		param := f.VarParam()
		if params := f.Params(); i < len(params) {
			param = &params[i]
		}
		if param == nil {
			return c.broken()
		}
		converted, err := convertSafely(args[i], param.Type)
		if err != nil {
			return c.failure()
		}
		args[i] = converted
	}
	result, err := callSafely(f, args)
	if err != nil {
		return c.failure()
	}
	v := fromCty(result, c.place, firstCauseOr(c.place, c.args...))
	if v.kind == unknown && v.prim == cty.NilVal {
		return c.unknown(Function)
	}
	var refs []Ref
	for _, a := range c.args {
		if !oneWay[c.name] {
			refs = append(refs, a.Refs()...)
		}
	}
	return v.withRefs(refs...)
}

// failure is a call that fails: certainly only where it is certain what it is called with.
func (c call) failure() *Value {
	if c.known() {
		return c.broken()
	}
	return c.unknown(Function)
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

// try is the first argument that can be evaluated. Of those that may fail it is open which of them it is.
func (s *Scope) try(e *hclsyntax.FunctionCallExpr, place Place) *Value {
	var possible []*Value
	for _, arg := range e.Args {
		v, mayFail := s.attempt(arg)
		if v.failed {
			continue
		}
		possible = append(possible, v)
		if !mayFail {
			return s.tried(e, Choose(place, possible...))
		}
	}
	if len(possible) > 0 {
		s.uncertain()
	}
	return s.tried(e, Choose(place, possible...))
}

// tried is one of the arguments of try, because it is open whether the first one can be evaluated.
func (s *Scope) tried(e *hclsyntax.FunctionCallExpr, v *Value) *Value {
	if v.kind != either {
		return v
	}
	cause := &Cause{Kind: OpenObject, What: "an argument of try()", Range: e.Range()}
	if first, ok := e.Args[0].(*hclsyntax.ScopeTraversalExpr); ok {
		cause.What = TraversalText(first.Traversal)
	}
	return v.because(cause)
}

// attempt is the value of an expression, and whether its evaluation may fail.
func (s *Scope) attempt(expr hclsyntax.Expression) (v *Value, mayFail bool) {
	aside := *s
	aside.mayFail = &mayFail
	v = aside.Eval(expr)
	return v, mayFail
}

func (s *Scope) can(e *hclsyntax.FunctionCallExpr, place Place) *Value {
	if len(e.Args) != 1 {
		return broken(place)
	}
	v, mayFail := s.attempt(e.Args[0])
	if mayFail && !v.failed {
		return NewUnknown(place, v.cause)
	}
	return NewBool(!v.failed, place)
}
