package eval

import (
	"slices"

	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

func (s *Scope) unary(e *hclsyntax.UnaryOpExpr, place Place) *Value {
	want := cty.Number
	if e.Op == hclsyntax.OpLogicalNot {
		want = cty.Bool
	}
	return s.Eval(e.Val).mapAlternatives(func(v *Value) *Value { return operate(e.Op, want, place, v) })
}

func (s *Scope) binary(e *hclsyntax.BinaryOpExpr, place Place) *Value {
	left, right := s.Eval(e.LHS), s.Eval(e.RHS)
	want := cty.Number
	switch e.Op {
	case hclsyntax.OpEqual, hclsyntax.OpNotEqual:
		return s.equality(left, right, e.Op == hclsyntax.OpEqual, place)
	case hclsyntax.OpLogicalAnd, hclsyntax.OpLogicalOr:
		want = cty.Bool
		decisive := e.Op == hclsyntax.OpLogicalOr
		switch {
		case left.isTruth(decisive), right.isTruth(decisive) && !left.failed:
			return NewBool(decisive, place)
		case right.failed && !left.failed && !left.isTruth(!decisive):
			// If the left side decides, the right one is not looked at.
			return NewUnknown(place, firstCause(left)).uncertain()
		}
	}
	if combinations([]*Value{left, right}) > maxAlternatives {
		left, right = left.inCommon(), right.inCommon()
	}
	return left.mapAlternatives(func(l *Value) *Value {
		return right.mapAlternatives(func(r *Value) *Value { return operate(e.Op, want, place, l, r) })
	})
}

func (s *Scope) equality(left, right *Value, want bool, place Place) *Value {
	switch {
	case left.failed, right.failed:
		return broken(place)
	case !s.meter.spend((left.size + right.size) / nodeSize):
		return tooLarge(place)
	}
	if same, ok := equal(left, right); ok {
		return NewBool(same == want, place)
	}
	return NewUnknown(place, firstCauseOr(place, left, right))
}

// operate applies an operator of HCL.
func operate(op *hclsyntax.Operation, want cty.Type, place Place, operands ...*Value) *Value {
	args := make([]cty.Value, len(operands))
	var refs []Ref
	for i, o := range operands {
		if o.failed {
			return o.failedAs(place)
		}
		arg, err := convertSafely(o.Cty(), want)
		if err != nil || arg.IsNull() {
			return broken(place)
		}
		args[i] = arg
		if op.Type == cty.Number {
			refs = append(refs, o.Refs()...)
		}
	}
	result, err := op.Impl.Call(args)
	if err != nil {
		return broken(place)
	}
	v := fromCty(result, place, firstCauseOr(place, operands...)).withRefs(refs...)
	if slices.ContainsFunc(operands, func(o *Value) bool { return o.doubtful(false) || o.kind == text && !o.WhollyKnown() }) {
		return v.uncertain()
	}
	return v
}

// truth is a condition: a boolean, which must not be null.
func (v *Value) truth() *Value {
	return v.mapAlternatives(func(v *Value) *Value {
		switch {
		case v.kind == absent:
			return broken(v.Place())
		case v.doubtful(false), v.kind == text && !v.WhollyKnown():
			return v.as(cty.Bool).uncertain()
		}
		return v.as(cty.Bool)
	})
}

// isTruth tells whether the value is certainly this boolean, or a text that converts to it.
func (v *Value) isTruth(want bool) bool {
	t := v.truth()
	return want && t.True() || !want && t.False()
}

// conditional is one of two values. Where the condition is unknown it may be either.
func (s *Scope) conditional(e *hclsyntax.ConditionalExpr, place Place) *Value {
	condition := s.Eval(e.Condition).truth()
	switch {
	case condition.failed:
		return condition.failedAs(place)
	case condition.True():
		return s.branch(e.TrueResult, e.FalseResult)
	case condition.False():
		return s.branch(e.FalseResult, e.TrueResult)
	}
	if condition.mayFail {
		s.uncertain()
	}
	both := unify(s.Eval(e.TrueResult), s.Eval(e.FalseResult))
	v := Choose(place, both...)
	if v.kind == either {
		v.cause = firstCauseOr(place, condition)
	}
	return v
}

// branch is the chosen one of two results. It has a type that the other one can have, too: a number that stands beside a
// text is a text.
func (s *Scope) branch(chosen, other hclsyntax.Expression) *Value {
	v := s.Eval(chosen)
	if s.mayFail == nil && (v.kind == text || v.kind == absent || v.kind == unknown) {
		return v
	}
	o, mayFail := s.attempt(other)
	if v.failed || o.failed {
		return v // what fails has no type
	}
	ty, open := unifiedType([]*Value{v, o})
	if open {
		s.uncertain() // there may be no such type
	}
	switch {
	case ty == cty.NilType && s.mayFail != nil:
		return broken(v.Place())
	case mayFail:
		return v.loosely(!o.ctyType().Equals(v.ctyType()), o)
	}
	return unify(v, o)[0]
}
