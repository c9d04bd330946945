package eval

import (
	"github.com/zclconf/go-cty/cty"
)

// FromCty is a value of Terraform's type system, all of it written at place. Marked values (sensitive, ephemeral) are unknown.
func FromCty(v cty.Value, place Place) *Value {
	if v.IsMarked() {
		return NewUnknown(place, &Cause{Kind: Sensitive, Range: place.Range})
	}
	if !v.IsKnown() {
		return fromUnknownCty(v, place)
	}
	ty := v.Type()
	switch {
	case v.IsNull():
		return NewAbsent(place)
	case ty == cty.String:
		return NewText(v.AsString(), place)
	case ty == cty.Bool:
		return &Value{kind: boolean, prim: v, place: place}
	case ty == cty.Number:
		return &Value{kind: number, prim: v, place: place}
	case ty.IsTupleType(), ty.IsListType(), ty.IsSetType():
		out := NewList(nil, false, place)
		out.set = ty.IsSetType()
		for it := v.ElementIterator(); it.Next(); {
			_, item := it.Element()
			out.items = append(out.items, FromCty(item, place))
		}
		return out
	case ty.IsObjectType(), ty.IsMapType():
		var members []Member
		for it := v.ElementIterator(); it.Next(); {
			key, member := it.Element()
			members = append(members, Member{key.AsString(), FromCty(member, place)})
		}
		return NewObject(members, false, place)
	}
	return NewUnknown(place, &Cause{Kind: Function, Range: place.Range})
}

// fromUnknownCty keeps what is known of an unknown value: the attributes that an object type is made of, the prefix of a string.
func fromUnknownCty(v cty.Value, place Place) *Value {
	hole := NewUnknown(place, &Cause{Range: place.Range})
	if v.Type() == cty.String && v.Range().StringPrefix() != "" {
		return &Value{kind: text, place: place, parts: []part{
			{text: v.Range().StringPrefix(), source: sourceOf(place)}, {hole: hole},
		}}
	}
	return hole
}

// Cty is the value in Terraform's type system, as far as it has a shape there: what may hold more than is known, or may be
// one of several, is unknown as a whole.
func (v *Value) Cty() cty.Value {
	switch v.kind {
	case absent:
		return cty.NullVal(cty.DynamicPseudoType)
	case boolean, number:
		return v.prim
	case text:
		return v.ctyText()
	case list:
		return v.ctyList()
	case object:
		if v.open {
			return cty.DynamicVal
		}
		members := make(map[string]cty.Value, len(v.keys))
		for _, k := range v.keys {
			members[k] = v.Get(k).Cty()
		}
		return cty.ObjectVal(members)
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
	if v.open || v.hasMaybe() {
		return cty.DynamicVal
	}
	items := make([]cty.Value, len(v.items))
	for i, item := range v.items {
		items[i] = item.Cty()
	}
	if v.set && len(items) > 0 && cty.CanSetVal(items) {
		return cty.SetVal(items)
	}
	return cty.TupleVal(items)
}
