package eval

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
)

// as is the value converted to a type, as Terraform converts arguments and the results of a conditional. Each part keeps
// its place; what is not known stays so.
func (v *Value) as(ty cty.Type) *Value {
	switch {
	case v.kind == either:
		return v.mapAlternatives(func(a *Value) *Value { return a.as(ty) })
	case ty == cty.DynamicPseudoType, v.kind == unknown, v.kind == absent, v.ty != cty.NilType && v.ty.Equals(ty):
		return v
	case ty.IsPrimitiveType():
		return v.asPrimitive(ty)
	case v.kind == list && (ty.IsListType() || ty.IsSetType() || ty.IsTupleType()):
		return v.asList(ty)
	case v.kind == object && (ty.IsMapType() || ty.IsObjectType()):
		return v.asObject(ty)
	}
	return broken(v.Place())
}

func (v *Value) asPrimitive(ty cty.Type) *Value {
	switch v.kind {
	case text:
		s, ok := v.Text()
		switch {
		case ty == cty.String:
			return v
		case !ok:
			return NewUnknown(v.Place(), firstCauseOr(v.Place(), v), v.AllRefs()...)
		case ty == cty.Number:
			return v.number(s).withRefs(v.Refs()...)
		}
		return v.primitive(cty.StringVal(s), ty)
	case boolean, number:
		if v.prim.Type() == ty {
			return v
		}
		return v.primitive(v.prim, ty)
	}
	return broken(v.Place())
}

// primitive is c converted, in the place of v.
func (v *Value) primitive(c cty.Value, ty cty.Type) *Value {
	converted, err := convert.Convert(c, ty)
	if err != nil {
		return broken(v.Place())
	}
	return FromCty(converted, v.Place()).withRefs(v.Refs()...)
}

func (v *Value) asList(ty cty.Type) *Value {
	var want func(int) cty.Type
	var ety cty.Type
	if ty.IsTupleType() {
		types := ty.TupleElementTypes()
		if len(types) != len(v.items) {
			return broken(v.Place())
		}
		want = func(i int) cty.Type { return types[i] }
	} else {
		if ety = elementType(ty, v.items); ety == cty.NilType {
			return broken(v.Place())
		}
		want = func(int) cty.Type { return ety }
	}
	items := make([]*Value, len(v.items))
	for i, item := range v.Items() {
		items[i] = item.as(want(i)).asElement(item.maybe)
		if items[i].failed && !item.maybe {
			return broken(v.Place())
		}
	}
	out := NewList(items, v.open, v.Place()).withRefs(v.refs...)
	if out.kind == unknown {
		return out
	}
	out.rest = v.rest
	out.unordered = v.unordered || v.isSet() && !v.WhollyKnown()
	switch {
	case ty.IsListType():
		out.ty = cty.List(ety)
	case ty.IsSetType():
		return out.toSet(cty.Set(ety))
	}
	return out
}

func (v *Value) asObject(ty cty.Type) *Value {
	var ety cty.Type
	if ty.IsMapType() {
		all := make([]*Value, len(v.keys))
		for i, k := range v.keys {
			all[i] = v.get(k)
		}
		if ety = elementType(ty, all); ety == cty.NilType {
			return broken(v.Place())
		}
	}
	members := make([]Member, 0, len(v.keys))
	for _, k := range v.keys {
		want := ety
		switch {
		case ty.IsMapType():
		case ty.HasAttribute(k):
			want = ty.AttributeType(k)
		default:
			continue // an object type without the attribute drops it
		}
		m := v.member(k)
		converted := m.as(want).asElement(m.maybe)
		if converted.failed && !m.maybe {
			return broken(v.Place())
		}
		members = append(members, Member{k, converted})
	}
	out := NewObject(members, v.open, v.Place()).withRefs(v.refs...)
	out.rest, out.cause = v.rest, v.cause
	if ty.IsMapType() {
		return out.typed(cty.Map(ety))
	}
	return out
}

// elementType is the type of the elements of a collection of type ty, or, where ty leaves that open, the one that all of
// items can be converted to: cty.NilType where there is none, cty.DynamicPseudoType where it is not known.
func elementType(ty cty.Type, items []*Value) cty.Type {
	if ety := ty.ElementType(); ety != cty.DynamicPseudoType {
		return ety
	}
	return unifiedType(items)
}

// unifiedType is the type that all values can be converted to. What is null takes any type; what is not known may make
// numbers and booleans texts: then there is no such type.
func unifiedType(values []*Value) cty.Type {
	var types []cty.Type
	open := false
	for _, v := range values {
		ty := v.ctyType()
		if v.maybe {
			open = true // if it doesn't fit, then it isn't there
			continue
		}
		open = open || ty.HasDynamicTypes() && !v.certain().WhollyKnown()
		if ty == cty.DynamicPseudoType || len(types) > 0 && types[len(types)-1].Equals(ty) {
			continue
		}
		types = append(types, ty)
	}
	if len(types) == 0 {
		return cty.DynamicPseudoType
	}
	ty, _ := convert.UnifyUnsafe(types)
	if open && (ty == cty.NilType || ty != cty.String) {
		return cty.DynamicPseudoType
	}
	return ty
}

// unify converts values to the one type that Terraform gives them all, where there is one and it is known.
func unify(values ...*Value) []*Value {
	ty := unifiedType(values)
	if ty == cty.NilType || ty == cty.DynamicPseudoType {
		return values
	}
	out := make([]*Value, len(values))
	for i, v := range values {
		if out[i] = v.as(ty); out[i].failed {
			return values
		}
	}
	return out
}

// toSet makes a new list the set of its elements: without those that are equal to another one, and in the order of sets.
// An element that may be equal to a later one may not be there beside it.
func (v *Value) toSet(ty cty.Type) *Value {
	c := v.withoutRepeats()
	if c.kind == unknown {
		return c
	}
	c.ty, c.unordered = ty, false
	if c.WhollyKnown() {
		c.items = inSetOrder(c.items)
	}
	return c
}

// inSetOrder are known values in the order in which a set gives them.
func inSetOrder(items []*Value) []*Value {
	if !slices.ContainsFunc(items, func(i *Value) bool { return i.kind != text }) {
		return slices.SortedStableFunc(slices.Values(items), compareTexts)
	}
	values := make([]cty.Value, len(items))
	byValue := make(map[string]*Value, len(items))
	for i, item := range items {
		values[i] = item.Cty()
		byValue[fmt.Sprintf("%#v", values[i])] = item
	}
	if !cty.CanSetVal(values) {
		return items
	}
	sorted := make([]*Value, 0, len(items))
	for _, v := range cty.SetVal(values).AsValueSlice() {
		sorted = append(sorted, byValue[fmt.Sprintf("%#v", v)])
	}
	if len(sorted) != len(items) || slices.Contains(sorted, nil) {
		return items
	}
	return sorted
}

// compareTexts orders known texts as Terraform orders them.
func compareTexts(a, b *Value) int {
	x, _ := a.Text()
	y, _ := b.Text()
	return cmp.Compare(x, y)
}

// convertSafely is convert.Convert, of which a panic is an error: a value that it stumbles over must not end the run.
func convertSafely(v cty.Value, ty cty.Type) (out cty.Value, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%v", r)
		}
	}()
	return convert.Convert(v, ty)
}
