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
	case v.kind == unknown && v.prim != cty.NilVal && ty != v.prim.Type():
		c := *v
		c.prim = cty.NilVal
		return &c
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

// Converted is the value as a type; where it can't be converted, it stays as it is.
func (v *Value) Converted(ty cty.Type) *Value {
	if c := v.as(ty); !c.failed {
		return c
	}
	return v
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
	types, loose := v.elementTypes(ty)
	if types == nil {
		return broken(v.Place())
	}
	items := make([]*Value, len(v.items))
	for i := range v.items {
		item := v.item(i)
		items[i] = item.as(types(i)).asElement(item.maybe).loosely(loose)
		if items[i].failed && !item.maybe {
			return broken(v.Place())
		}
	}
	out := NewList(items, v.open, v.Place()).withRefs(v.refs...)
	if out.kind == unknown {
		return out
	}
	out.rest, out.use, out.origin = v.rest, v.use, v.origin
	out.unordered = v.shuffled()
	switch {
	case ty.IsListType():
		out.ty = cty.List(types(0))
	case ty.IsSetType():
		return out.toSet(cty.Set(types(0)))
	}
	return out
}

// elementTypes are the types of the elements of a list that is converted to ty: nil where it can't be.
func (v *Value) elementTypes(ty cty.Type) (types func(i int) cty.Type, loose bool) {
	if ty.IsTupleType() {
		if ty.Length() != len(v.items) {
			return nil, false
		}
		return ty.TupleElementType, false
	}
	ety, loose := elementType(ty, v.items)
	if ety == cty.NilType {
		return nil, false
	}
	return func(int) cty.Type { return ety }, loose
}

func (v *Value) asObject(ty cty.Type) *Value {
	var ety cty.Type
	loose := false
	if ty.IsMapType() {
		all := make([]*Value, len(v.keys))
		for i, k := range v.keys {
			all[i] = v.get(k)
		}
		if ety, loose = elementType(ty, all); ety == cty.NilType {
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
		converted := m.as(want).asElement(m.maybe).loosely(loose)
		if converted.failed && !m.maybe {
			return broken(v.Place())
		}
		members = append(members, v.named(k, converted))
	}
	out := NewObject(members, v.open, v.Place()).withRefs(v.refs...)
	out.rest, out.cause, out.use, out.origin = v.rest, v.cause, v.use, v.origin
	if ty.IsMapType() {
		return out.typed(cty.Map(ety))
	}
	return out
}

// elementType is the type of the elements of a collection of type ty, or, where ty leaves that open, the one that all of
// items can be converted to: see unifiedType.
func elementType(ty cty.Type, items []*Value) (ety cty.Type, open bool) {
	if ety := ty.ElementType(); ety != cty.DynamicPseudoType {
		return ety, false
	}
	return unifiedType(items)
}

// unifiedType is the type that all values can be converted to, cty.NilType where there is none. What is null takes any
// type. What is not known may make numbers and booleans texts, and lists sets: then the type is open.
func unifiedType(values []*Value) (ty cty.Type, open bool) {
	var types []cty.Type
	for _, v := range values {
		if v.maybe {
			open = true // if it doesn't fit, then it isn't there
			continue
		}
		ty := v.ctyType()
		open = open || ty.HasDynamicTypes() && !(v.WhollyKnown() && !v.loose)
		if ty == cty.DynamicPseudoType || len(types) > 0 && types[len(types)-1].Equals(ty) {
			continue
		}
		types = append(types, ty)
	}
	if len(types) == 0 {
		return cty.DynamicPseudoType, open
	}
	ty, _ = convert.UnifyUnsafe(types)
	if open && ty != cty.NilType && ty.IsSetType() {
		return cty.Set(cty.DynamicPseudoType), false
	}
	if open && (ty == cty.NilType || ty != cty.String) {
		return cty.DynamicPseudoType, true
	}
	return ty, false
}

// loosely is the value as one that may become another type, beside others.
func (v *Value) loosely(loose bool, others ...*Value) *Value {
	if !loose || v.kind == unknown || v.kind == absent || v.kind == text {
		return v
	}
	c := *v
	c.loose = true
	c.unordered = c.unordered || c.kind == list && slices.ContainsFunc(others, (*Value).isSet)
	return &c
}

// isLoose tells whether the value, or a part of it, may become another type.
func (v *Value) isLoose() bool {
	switch {
	case v.loose:
		return true
	case v.kind == text:
		return v.encoded != nil && v.encoded.isLoose()
	case v.kind == list, v.kind == either:
		return slices.ContainsFunc(v.items, (*Value).isLoose)
	case v.kind == object && !v.lazy:
		return slices.ContainsFunc(v.keys, func(k string) bool { return v.get(k).isLoose() })
	}
	return false
}

// unify converts values to the one type that Terraform gives them all, where there is one and it is known.
func unify(values ...*Value) []*Value {
	ty, open := unifiedType(values)
	if ty == cty.NilType || ty == cty.DynamicPseudoType && !open {
		return values
	}
	out := make([]*Value, len(values))
	for i, v := range values {
		if out[i] = v.as(ty).loosely(open, values...); out[i].failed {
			return values
		}
	}
	return out
}

// untyped is the value as JSON and YAML know it: tuples and objects, no lists, sets and maps.
func (v *Value) untyped() *Value {
	switch {
	case v.kind == either:
		return v.mapAlternatives((*Value).untyped)
	case v.kind == list:
		items := make([]*Value, len(v.items))
		for i := range v.items {
			items[i] = v.item(i).untyped().asElement(v.items[i].maybe)
		}
		out := NewList(items, v.open, v.Place()).withRefs(v.refs...)
		out.unordered = v.shuffled()
		out.cause = v.cause
		return out
	case v.kind == object && !v.lazy:
		members := make([]Member, len(v.keys))
		for i, k := range v.keys {
			m := v.member(k)
			members[i] = v.named(k, m.untyped().asElement(m.maybe))
		}
		out := NewObject(members, v.open, v.Place()).withRefs(v.refs...)
		out.cause, out.rest = v.cause, v.rest
		return out
	}
	return v
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
