package eval

// usedAt is the same value, which a reference at place took from elsewhere.
func (v *Value) usedAt(place *Place) *Value {
	if v.use == place {
		return v
	}
	c := *v
	c.use = place
	return &c
}

// usedParts are the elements, or the alternatives, of a value that was taken from elsewhere, as taken from there, too.
func (v *Value) usedParts(of func(*Value) []*Value) []*Value {
	parts := of(v.usedAt(nil))
	out := make([]*Value, len(parts))
	for i, p := range parts {
		out[i] = p.usedAt(v.use)
	}
	return out
}

// Within is the same value, shown at the expression that it is used in where it is written, and was taken, elsewhere.
func (v *Value) Within(expr Place) *Value {
	v = v.WhereUsed()
	if expr.Range.Empty() || expr.contains(v.Place().Range) {
		return v
	}
	c := *v
	c.place, c.pin = expr, nil
	return &c
}

// WhereUsed is the same value, shown at the reference that took it, or the list that it is an element of, from a local or
// another object, instead of where it was written: a constant that many share may be wrong for one of them only. What comes
// from a variable, and what lies in an element of a collection that is gone through one by one, is shown where it is anyway.
func (v *Value) WhereUsed() *Value {
	if v.use == nil || v.pin != nil {
		return v
	}
	c := *v
	c.place, c.use = *v.use, nil
	return &c
}
