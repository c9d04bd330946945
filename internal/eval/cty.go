package eval

import (
	"strings"

	"github.com/zclconf/go-cty/cty"
)

// FromCty is a value of Terraform's type system, all of it written at place. Marked values (sensitive, ephemeral) are unknown.
func FromCty(v cty.Value, place Place) *Value {
	return fromCty(v, place, &Cause{Range: place.Range})
}

const (
	// maxNumber bounds the binary exponent of numbers: a larger one takes more than anybody reads to write out.
	maxNumber = 4096
	// maxValueDepth bounds how deep values may be nested that are not written out in expressions.
	maxValueDepth = 200
)

// fromCty takes what is unknown in v to be so for the given cause.
func fromCty(v cty.Value, place Place, cause *Cause) *Value {
	return (&ctyReader{place, cause, 0}).value(v)
}

type ctyReader struct {
	place Place
	cause *Cause
	depth int
}

func (r *ctyReader) value(v cty.Value) *Value {
	switch ty := v.Type(); {
	case v.IsMarked():
		return NewUnknown(r.place, &Cause{Kind: Sensitive, What: r.cause.What, Range: r.place.Range})
	case !v.IsKnown():
		return fromUnknownCty(v, r.place, r.cause)
	case v.IsNull():
		return NewAbsent(r.place)
	case ty == cty.String:
		return newText([]part{{text: v.AsString(), source: r.source(v.AsString())}}, r.place)
	case ty == cty.Bool:
		return &Value{kind: boolean, prim: v, place: r.place}
	case ty == cty.Number:
		if e := v.AsBigFloat().MantExp(nil); e > maxNumber || e < -maxNumber || v.AsBigFloat().IsInf() {
			return tooLarge(r.place)
		}
		return &Value{kind: number, prim: v, place: r.place}
	case r.depth > maxValueDepth || !v.CanIterateElements() || v.LengthInt() > maxItems:
		return tooLarge(r.place)
	}
	return r.collection(v)
}

// source is where a text stands. The lines of one that is written nowhere are counted from 1.
func (r *ctyReader) source(text string) source {
	s := sourceOf(r.place)
	if s.line == 0 && strings.Contains(text, "\n") {
		s.line = 1
	}
	return s
}

func (r *ctyReader) collection(v cty.Value) *Value {
	r.depth++
	defer func() { r.depth-- }()
	var items []*Value
	var members []Member
	isObject := v.Type().IsObjectType() || v.Type().IsMapType()
	for it := v.ElementIterator(); it.Next(); {
		key, item := it.Element()
		if isObject {
			members = append(members, Member{Key: key.AsString(), Value: r.value(item)})
			continue
		}
		items = append(items, r.value(item))
	}
	if isObject {
		return NewObject(members, false, r.place).typed(v.Type())
	}
	return NewList(items, false, r.place).typed(v.Type())
}

// fromUnknownCty keeps what is known of an unknown value: the prefix of a string, the range of a number.
func fromUnknownCty(v cty.Value, place Place, cause *Cause) *Value {
	hole := NewUnknown(place, cause)
	switch ty := v.Type(); {
	case ty == cty.String && v.Range().StringPrefix() != "":
		return newText([]part{{text: v.Range().StringPrefix(), source: sourceOf(place)}, {hole: hole}}, place)
	case ty.IsPrimitiveType():
		hole.prim = v
	}
	return hole
}

// typed is a new list or object as one of a type, where that is not a tuple or an object type.
func (v *Value) typed(ty cty.Type) *Value {
	if v.kind != unknown && ty.IsCollectionType() {
		v.ty = ty
	}
	return v
}

// Cty is the value in Terraform's type system, as far as it has a shape there: what may hold more than is known, or may be
// one of several, is unknown as a whole.
func (v *Value) Cty() cty.Value {
	switch v.kind {
	case unknown:
		if v.prim != cty.NilVal {
			return v.prim
		}
	case absent:
		return cty.NullVal(cty.DynamicPseudoType)
	case boolean, number:
		return v.prim
	case text:
		return v.ctyText()
	case list:
		return v.ctyList()
	case object:
		return v.ctyObject()
	}
	return cty.DynamicVal
}

func (v *Value) ctyText() cty.Value {
	if s, ok := v.Text(); ok {
		return cty.StringVal(s)
	}
	u := cty.UnknownVal(cty.String)
	if prefix := v.Prefix(); prefix != "" {
		return u.Refine().NotNull().StringPrefix(prefix).NewValue()
	}
	return u.RefineNotNull()
}

func (v *Value) ctyList() cty.Value {
	if !v.counted() || v.unordered {
		return cty.DynamicVal
	}
	items := make([]cty.Value, len(v.items))
	for i, item := range v.items {
		items[i] = item.Cty()
	}
	return v.ctyTyped(cty.TupleVal(items))
}

func (v *Value) ctyObject() cty.Value {
	if !v.hasFixedKeys() {
		return cty.DynamicVal
	}
	members := make(map[string]cty.Value, len(v.keys))
	for _, k := range v.keys {
		members[k] = v.get(k).Cty()
	}
	return v.ctyTyped(cty.ObjectVal(members))
}

func (v *Value) ctyTyped(c cty.Value) cty.Value {
	if v.ty == cty.NilType {
		return c
	}
	typed, err := convertSafely(c, v.ty)
	if err != nil {
		return cty.DynamicVal
	}
	return typed
}

// ctyType is the type of the value, with cty.DynamicPseudoType for what is not known of it.
func (v *Value) ctyType() cty.Type {
	if v.loose {
		return cty.DynamicPseudoType
	}
	switch v.kind {
	case unknown:
		if v.prim != cty.NilVal {
			return v.prim.Type()
		}
	case boolean, number:
		return v.prim.Type()
	case text:
		return cty.String
	case either:
		return v.commonType()
	case list:
		if v.ty != cty.NilType {
			return v.ty
		}
		if v.counted() && !v.unordered {
			types := make([]cty.Type, len(v.items))
			for i, item := range v.items {
				types[i] = item.ctyType()
			}
			return cty.Tuple(types)
		}
	case object:
		if v.ty != cty.NilType {
			return v.ty
		}
		return v.objectType()
	}
	return cty.DynamicPseudoType
}

// commonType is the type of all alternatives that are not null.
func (v *Value) commonType() cty.Type {
	common := cty.NilType
	for _, a := range v.items {
		ty := a.ctyType()
		switch {
		case a.kind == absent:
		case common == cty.NilType:
			common = ty
		case !common.Equals(ty):
			return cty.DynamicPseudoType
		}
	}
	if common == cty.NilType {
		return cty.DynamicPseudoType
	}
	return common
}

func (v *Value) objectType() cty.Type {
	if v.lazy || !v.hasFixedKeys() {
		return cty.DynamicPseudoType
	}
	types := make(map[string]cty.Type, len(v.keys))
	for _, k := range v.keys {
		types[k] = v.get(k).ctyType()
	}
	return cty.Object(types)
}
